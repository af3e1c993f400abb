package org.crossface.pathway.recovery;

import org.axonframework.commandhandling.CommandHandler;
import org.crossface.pathway.Circumstances;
import org.crossface.pathway.PathwayRecord;

/** Takes the commands of the discharge and of every other way to leave. */
public final class DischargeDesk {

    private final PathwayRecord pathway;

    public DischargeDesk(PathwayRecord pathway) {
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
        Stay stay = Stay.until(pathway.state(), command);
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
    void handle(RecordTransfer command, Circumstances given) {
        var judged = pathway.judge(RecordTransfer.USE_CASE, command, given);
        Stay stay = Stay.until(pathway.state(), command);
        judged.record(new SameDayDischargeFailed(
                        command.pathwayId(),
                        given.ids().next(),
                        command.occurredAt(),
                        command.caseId(),
                        command.reasons()))
                .record(new UnplannedTransferOccurred(
                        command.pathwayId(),
                        given.ids().next(),
                        command.occurredAt(),
                        command.caseId(),
                        stay.stage(),
                        command.hospital(),
                        command.reasons(),
                        command.mode(),
                        command.admittedAt(),
                        command.remarks(),
                        stay.minutes()));
    }

    @CommandHandler
    void handle(RecordLeftAgainstMedicalAdvice command, Circumstances given) {
        var judged = pathway.judge(RecordLeftAgainstMedicalAdvice.USE_CASE, command, given);
        Stay stay = Stay.until(pathway.state(), command);
        judged.record(new LeftAgainstMedicalAdvice(
                command.pathwayId(),
                given.ids().next(),
                command.occurredAt(),
                command.caseId(),
                stay.stage(),
                command.counselled(),
                command.remarks(),
                stay.sameCalendarDay(),
                stay.minutes()));
    }

    @CommandHandler
    void handle(RecordHospitalDischarge command, Circumstances given) {
        pathway.judge(RecordHospitalDischarge.USE_CASE, command, given)
                .record(new HospitalDischarged(
                        command.pathwayId(),
                        given.ids().next(),
                        command.occurredAt(),
                        command.caseId(),
                        command.intensiveCare()));
    }

    @CommandHandler
    void handle(AdmitToAftercare command, Circumstances given) {
        pathway.judge(AdmitToAftercare.USE_CASE, command, given)
                .record(new AftercareAdmitted(
                        command.pathwayId(),
                        given.ids().next(),
                        command.occurredAt(),
                        command.caseId(),
                        command.facilityId(),
                        command.escort()));
    }
}
