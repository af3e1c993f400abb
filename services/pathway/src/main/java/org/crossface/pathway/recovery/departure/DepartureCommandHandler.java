package org.crossface.pathway.recovery.departure;

import java.util.List;
import org.axonframework.commandhandling.CommandHandler;
import org.crossface.pathway.aftercare.events.ComplicationRecorded;
import org.crossface.pathway.aftercare.vocabulary.ClavienDindo;
import org.crossface.pathway.aftercare.vocabulary.ComplicationSite;
import org.crossface.pathway.aftercare.vocabulary.ComplicationType;
import org.crossface.pathway.aftercare.vocabulary.Relatedness;
import org.crossface.pathway.record.PathwayRecord;
import org.crossface.pathway.recovery.events.AftercareAdmitted;
import org.crossface.pathway.recovery.events.AftercareDischarged;
import org.crossface.pathway.recovery.events.HospitalDischarged;
import org.crossface.pathway.recovery.events.LeftAgainstMedicalAdvice;
import org.crossface.pathway.recovery.events.SameDayDischargeFailed;
import org.crossface.pathway.recovery.events.UnplannedTransferOccurred;
import org.crossface.pathway.recovery.vocabulary.FailureReason;
import org.crossface.pathway.state.Stay;
import org.crossface.pathway.usecase.Circumstances;

/** Takes every other way out of the surgery centre, and the arrival in after-care. */
public final class DepartureCommandHandler {

    private final PathwayRecord pathway;

    public DepartureCommandHandler(PathwayRecord pathway) {
        this.pathway = pathway;
    }

    @CommandHandler
    void handle(RecordTransfer command, Circumstances given) {
        var judged = pathway.judge(RecordTransfer.USE_CASE, command, given);
        Stay stay = Stay.until(pathway.state(), command.caseId(), command.occurredAt())
                .orElseThrow();
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
                        stay.minutes()))
                .record(new ComplicationRecorded(
                        command.pathwayId(),
                        given.ids().next(),
                        command.occurredAt(),
                        complication(command.reasons()),
                        ClavienDindo.PENDING,
                        false,
                        stay.stage(),
                        ComplicationSite.SYSTEMIC,
                        pathway.state().dayOf(command.occurredAt()),
                        Relatedness.UNKNOWN,
                        command.caseId(),
                        null));
    }

    /** What went wrong, by the gravest of the reasons; a surgeon corrects it and grades it when the hospital tells. */
    private static ComplicationType complication(List<FailureReason> reasons) {
        if (reasons.contains(FailureReason.RESPIRATORY)) {
            return ComplicationType.AIRWAY_PROBLEM;
        }
        if (reasons.contains(FailureReason.URINARY_RETENTION)) {
            return ComplicationType.URINARY_RETENTION;
        }
        return reasons.contains(FailureReason.PONV) ? ComplicationType.NAUSEA_AND_VOMITING : ComplicationType.OTHER;
    }

    @CommandHandler
    void handle(RecordLeftAgainstMedicalAdvice command, Circumstances given) {
        var judged = pathway.judge(RecordLeftAgainstMedicalAdvice.USE_CASE, command, given);
        Stay stay = Stay.until(pathway.state(), command.caseId(), command.occurredAt())
                .orElseThrow();
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
    void handle(DischargeFromAftercare command, Circumstances given) {
        PathwayRecord.Judged judged = pathway.judge(DischargeFromAftercare.USE_CASE, command, given);
        judged.record(new AftercareDischarged(
                command.pathwayId(),
                given.ids().next(),
                command.occurredAt(),
                command.caseId(),
                pathway.state()
                        .recoveries()
                        .of(command.caseId())
                        .inAftercare()
                        .orElseThrow()
                        .facilityId(),
                command.escort()));
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
