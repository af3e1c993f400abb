package org.crossface.pathway.scheduling.booking;

import java.util.List;
import org.axonframework.commandhandling.CommandHandler;
import org.crossface.pathway.consent.ConsentType;
import org.crossface.pathway.record.Cancellations;
import org.crossface.pathway.record.PathwayRecord;
import org.crossface.pathway.scheduling.SurgicalCase;
import org.crossface.pathway.scheduling.events.EquipmentReserved;
import org.crossface.pathway.scheduling.events.SurgeryCancelled;
import org.crossface.pathway.scheduling.events.SurgeryRescheduled;
import org.crossface.pathway.scheduling.events.SurgeryScheduled;
import org.crossface.pathway.state.PathwayState;
import org.crossface.pathway.usecase.Circumstances;
import org.crossface.pathway.vocabulary.Stage;

/** Books, moves and cancels operations. */
public final class SchedulingCommandHandler {

    private final PathwayRecord pathway;

    public SchedulingCommandHandler(PathwayRecord pathway) {
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
    void handle(ReserveEquipment command, Circumstances given) {
        pathway.judge(ReserveEquipment.USE_CASE, command, given)
                .record(new EquipmentReserved(
                        command.pathwayId(),
                        given.ids().next(),
                        command.occurredAt(),
                        command.caseId(),
                        List.of(),
                        command.couplerSizes(),
                        command.secondTeam(),
                        command.anesthetist(),
                        command.devices()));
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
        cancel(command, given);
    }

    /** What the command records; a deadline that has passed brings it about too. */
    public void cancel(CancelSurgery command, Circumstances given) {
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
