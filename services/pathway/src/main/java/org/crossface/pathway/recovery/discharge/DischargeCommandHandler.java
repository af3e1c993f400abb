package org.crossface.pathway.recovery.discharge;

import org.axonframework.commandhandling.CommandHandler;
import org.crossface.pathway.health.MedicationReconciled;
import org.crossface.pathway.record.PathwayRecord;
import org.crossface.pathway.recovery.Recovery;
import org.crossface.pathway.recovery.events.DischargeInstructionsGiven;
import org.crossface.pathway.recovery.events.DischargeOrderSigned;
import org.crossface.pathway.recovery.events.EscortArrived;
import org.crossface.pathway.recovery.events.EscortExempted;
import org.crossface.pathway.recovery.events.ExtendedRecoveryEnded;
import org.crossface.pathway.recovery.events.ExtendedRecoveryStarted;
import org.crossface.pathway.recovery.events.PatientDischarged;
import org.crossface.pathway.state.Stay;
import org.crossface.pathway.usecase.Circumstances;

/** Takes the commands of the discharge. */
public final class DischargeCommandHandler {

    private final PathwayRecord pathway;

    public DischargeCommandHandler(PathwayRecord pathway) {
        this.pathway = pathway;
    }

    @CommandHandler
    void handle(SignDischargeOrder command, Circumstances given) {
        pathway.judge(SignDischargeOrder.USE_CASE, command, given)
                .record(new DischargeOrderSigned(
                        command.pathwayId(),
                        given.ids().next(),
                        command.occurredAt(),
                        command.caseId(),
                        command.destination(),
                        command.surgeonId()));
    }

    @CommandHandler
    void handle(RecordEscortArrival command, Circumstances given) {
        pathway.judge(RecordEscortArrival.USE_CASE, command, given)
                .record(new EscortArrived(
                        command.pathwayId(),
                        given.ids().next(),
                        command.occurredAt(),
                        command.caseId(),
                        command.name(),
                        command.kind()));
    }

    @CommandHandler
    void handle(ExemptEscort command, Circumstances given) {
        pathway.judge(ExemptEscort.USE_CASE, command, given)
                .record(new EscortExempted(
                        command.pathwayId(),
                        given.ids().next(),
                        command.occurredAt(),
                        command.caseId(),
                        command.physicianId(),
                        command.reason()));
    }

    @CommandHandler
    void handle(GiveDischargeInstructions command, Circumstances given) {
        pathway.judge(GiveDischargeInstructions.USE_CASE, command, given)
                .record(new DischargeInstructionsGiven(
                        command.pathwayId(),
                        given.ids().next(),
                        command.occurredAt(),
                        command.caseId(),
                        command.version(),
                        command.teachBack(),
                        command.language(),
                        command.receiver(),
                        command.followUpAt()));
    }

    @CommandHandler
    void handle(DischargePatient command, Circumstances given) {
        var judged = pathway.judge(DischargePatient.USE_CASE, command, given);
        Recovery recovery = pathway.state().recoveries().of(command.caseId());
        if (recovery.has(ExtendedRecoveryStarted.class)) {
            judged.record(new ExtendedRecoveryEnded(
                    command.pathwayId(), given.ids().next(), command.occurredAt(), command.caseId()));
        }
        Stay stay = Stay.until(pathway.state(), command.caseId(), command.occurredAt())
                .orElseThrow();
        judged.record(new PatientDischarged(
                command.pathwayId(),
                given.ids().next(),
                command.occurredAt(),
                command.caseId(),
                stay.stage(),
                command.destination(),
                command.facilityId(),
                stay.sameCalendarDay(),
                stay.minutes()));
    }

    @CommandHandler
    void handle(ReconcileMedication command, Circumstances given) {
        pathway.judge(ReconcileMedication.USE_CASE, command, given)
                .record(new MedicationReconciled(
                        command.pathwayId(),
                        given.ids().next(),
                        command.occurredAt(),
                        command.caseId(),
                        command.medicines()));
    }
}
