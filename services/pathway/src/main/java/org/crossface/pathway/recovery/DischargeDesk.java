package org.crossface.pathway.recovery;

import org.axonframework.commandhandling.CommandHandler;
import org.crossface.pathway.Circumstances;
import org.crossface.pathway.PathwayRecord;
import org.crossface.pathway.surgery.CaseRules;

/** Takes the commands of the discharge and of every other way to leave. */
public final class DischargeDesk {

    private final PathwayRecord pathway;

    public DischargeDesk(PathwayRecord pathway) {
        this.pathway = pathway;
    }

    @CommandHandler
    void handle(SignDischargeOrder command, Circumstances given) {
        pathway.judge(
                        command,
                        given,
                        CaseRules::caseIsKnown,
                        CaseRules::patientWasAdmitted,
                        CaseRules::surgeonOperates,
                        CaseRules::surgeonIsSignedIn,
                        RecoveryRules::patientIsStillHere)
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
        pathway.judge(
                        command,
                        given,
                        CaseRules::caseIsKnown,
                        CaseRules::patientWasAdmitted,
                        RecoveryRules::patientIsStillHere,
                        DischargeRules::escortIsNoHiredDriver)
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
        pathway.judge(
                        command,
                        given,
                        CaseRules::caseIsKnown,
                        CaseRules::patientWasAdmitted,
                        RecoveryRules::patientIsStillHere,
                        DischargeRules::physicianAttends)
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
        pathway.judge(
                        command,
                        given,
                        CaseRules::caseIsKnown,
                        CaseRules::patientWasAdmitted,
                        RecoveryRules::patientIsStillHere)
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
        var judged = pathway.judge(
                command,
                given,
                CaseRules::caseIsKnown,
                CaseRules::patientWasAdmitted,
                RecoveryRules::patientIsStillHere,
                DischargeRules::patientRecovered,
                DischargeRules::aldreteAllowsDischarge,
                DischargeRules::scoreAllowsDischarge,
                DischargeRules::escortIsPresent,
                DischargeRules::orderIsSigned,
                DischargeRules::recoveryWasEvaluated,
                DischargeRules::instructionsWereUnderstood,
                DischargeRules::facilityAccepted,
                DischargeRules::facilityCanWatchFlaps,
                DischargeRules::flapIsWell,
                DischargeRules::flapWatchIsPlanned);
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
        var judged = pathway.judge(
                command,
                given,
                CaseRules::caseIsKnown,
                CaseRules::patientWasAdmitted,
                RecoveryRules::patientIsStillHere);
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
        var judged = pathway.judge(
                command,
                given,
                CaseRules::caseIsKnown,
                CaseRules::patientWasAdmitted,
                RecoveryRules::patientIsStillHere);
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
        pathway.judge(command, given, CaseRules::caseIsKnown, DischargeRules::patientWasTransferred)
                .record(new HospitalDischarged(
                        command.pathwayId(),
                        given.ids().next(),
                        command.occurredAt(),
                        command.caseId(),
                        command.intensiveCare()));
    }

    @CommandHandler
    void handle(AdmitToAftercare command, Circumstances given) {
        pathway.judge(command, given, CaseRules::caseIsKnown, DischargeRules::patientHasLeft)
                .record(new AftercareAdmitted(
                        command.pathwayId(),
                        given.ids().next(),
                        command.occurredAt(),
                        command.caseId(),
                        command.facilityId(),
                        command.escort()));
    }
}
