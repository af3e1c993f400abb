package org.crossface.pathway.surgery;

import org.axonframework.commandhandling.CommandHandler;
import org.crossface.pathway.Circumstances;
import org.crossface.pathway.PathwayEvent;
import org.crossface.pathway.PathwayRecord;
import org.crossface.pathway.Phase;
import org.crossface.pathway.evaluation.PartialDate;

/** Takes the signature of the operation record and the reports of what should not have happened. */
public final class OperationRecordDesk {

    private final PathwayRecord pathway;

    public OperationRecordDesk(PathwayRecord pathway) {
        this.pathway = pathway;
    }

    @CommandHandler
    void handle(SignOperationRecord command, Circumstances given) {
        pathway.judge(SignOperationRecord.USE_CASE, command, given)
                .record(new OperationRecordSigned(
                        command.pathwayId(),
                        given.ids().next(),
                        command.occurredAt(),
                        command.caseId(),
                        command.surgeonId()));
    }

    @CommandHandler
    void handle(DiscontinueProcedure command, Circumstances given) {
        pathway.judge(DiscontinueProcedure.USE_CASE, command, given)
                .record(new ProcedureDiscontinued(
                        command.pathwayId(),
                        given.ids().next(),
                        command.occurredAt(),
                        command.caseId(),
                        CaseRules.caseOf(pathway.state(), command).stage(),
                        command.phase(),
                        command.patientInRoom(),
                        command.reason()));
    }

    @CommandHandler
    void handle(AttestExternalStage command, Circumstances given) {
        var judged = pathway.judge(AttestExternalStage.USE_CASE, command, given);
        PartialDate date = PartialDate.parse(command.operatedOn()).orElseThrow();
        judged.record(new ExternalStageOneAttested(
                command.pathwayId(),
                given.ids().next(),
                command.occurredAt(),
                given.ids().next(),
                given.ids().next(),
                command.centre(),
                date.latest(),
                command.operatedOn(),
                command.donorSide(),
                command.bankSide(),
                command.graftLengthCm(),
                command.operationNoteRef(),
                command.surgeonId()));
    }

    @CommandHandler
    void handle(ReportNeverEvent command, Circumstances given) {
        pathway.judge(ReportNeverEvent.USE_CASE, command, given)
                .record(new WrongSiteEventReported(
                        command.pathwayId(),
                        given.ids().next(),
                        command.occurredAt(),
                        command.caseId(),
                        command.kind(),
                        command.what(),
                        command.intendedSide(),
                        command.actualSide(),
                        command.discoveredAt(),
                        command.disclosedToPatient(),
                        phaseToReturnTo()));
    }

    private Phase phaseToReturnTo() {
        Phase interrupted = pathway.state().oversight().phaseBefore();
        return pathway.state().phase() == Phase.ON_HOLD && interrupted != null
                ? interrupted
                : pathway.state().phase();
    }

    @CommandHandler
    void handle(ReportChecklistDeviation command, Circumstances given) {
        pathway.judge(ReportChecklistDeviation.USE_CASE, command, given)
                .record(new ChecklistDeviationReported(
                        command.pathwayId(),
                        given.ids().next(),
                        command.occurredAt(),
                        command.caseId(),
                        command.step(),
                        command.kind(),
                        command.why(),
                        command.incisionAt()));
    }

    @CommandHandler
    void handle(ReportSafetyEvent command, Circumstances given) {
        pathway.judge(ReportSafetyEvent.USE_CASE, command, given).record(safetyEvent(command, given));
    }

    private static PathwayEvent safetyEvent(ReportSafetyEvent command, Circumstances given) {
        String factId = given.ids().next();
        return switch (command.kind()) {
            case FALL ->
                new PatientFellReported(
                        command.pathwayId(),
                        factId,
                        command.occurredAt(),
                        command.caseId(),
                        command.severity(),
                        command.place(),
                        command.description());
            case BURN ->
                new BurnReported(
                        command.pathwayId(),
                        factId,
                        command.occurredAt(),
                        command.caseId(),
                        command.severity(),
                        command.place(),
                        command.description());
            case MEDICATION_ERROR ->
                new MedicationErrorReported(
                        command.pathwayId(),
                        factId,
                        command.occurredAt(),
                        command.caseId(),
                        command.severity(),
                        command.place(),
                        command.description());
        };
    }
}
