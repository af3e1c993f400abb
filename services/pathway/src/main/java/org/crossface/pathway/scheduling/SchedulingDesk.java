package org.crossface.pathway.scheduling;

import org.axonframework.commandhandling.CommandHandler;
import org.crossface.pathway.Circumstances;
import org.crossface.pathway.PathwayRecord;
import org.crossface.pathway.PathwayState;
import org.crossface.pathway.Stage;
import org.crossface.pathway.consent.ConsentType;

/** Books, moves and cancels operations. */
public final class SchedulingDesk {

    private final PathwayRecord pathway;

    public SchedulingDesk(PathwayRecord pathway) {
        this.pathway = pathway;
    }

    /** Answers with the identifier of the new case. */
    @CommandHandler
    String handle(ScheduleSurgery command, Circumstances given) {
        PathwayRecord.Judged judged = pathway.judge(ScheduleSurgery.USE_CASE, command, given);
        PathwayState state = pathway.state();
        String caseId = given.ids().next();
        judged.record(new SurgeryScheduled(
                command.pathwayId(),
                given.ids().next(),
                command.occurredAt(),
                caseId,
                command.stage(),
                state.intake().siteId(),
                command.startsAt(),
                command.estimatedMinutes(),
                SlotRules.recoveryMinutes(command, given),
                command.room(),
                command.surgeonIds(),
                state.plan().version(),
                consentId(command.stage())));
        return caseId;
    }

    @CommandHandler
    void handle(RescheduleSurgery command, Circumstances given) {
        PathwayRecord.Judged judged = pathway.judge(RescheduleSurgery.USE_CASE, command, given);
        PathwayState state = pathway.state();
        String caseId = openCase(command.stage()).caseId();
        judged.record(new SurgeryRescheduled(
                command.pathwayId(),
                given.ids().next(),
                command.occurredAt(),
                caseId,
                command.stage(),
                command.startsAt(),
                command.estimatedMinutes(),
                SlotRules.recoveryMinutes(command, given),
                command.room(),
                command.surgeonIds(),
                state.plan().version(),
                consentId(command.stage()),
                command.reason()));
    }

    @CommandHandler
    void handle(CancelSurgery command, Circumstances given) {
        PathwayRecord.Judged judged = pathway.judge(CancelSurgery.USE_CASE, command, given);
        SurgeryCancelled cancelled = new SurgeryCancelled(
                command.pathwayId(),
                given.ids().next(),
                command.occurredAt(),
                openCase(command.stage()).caseId(),
                command.stage(),
                command.timing(),
                command.reason(),
                command.note());
        Cancellations.withConsequences(pathway.state(), cancelled, given).forEach(judged::record);
    }

    private String consentId(Stage stage) {
        return pathway.state()
                .consents()
                .standing(ConsentType.SURGICAL, stage)
                .orElseThrow()
                .consentId();
    }

    private SurgicalCase openCase(Stage stage) {
        return Cancellations.openCase(pathway.state(), stage).orElseThrow();
    }
}
