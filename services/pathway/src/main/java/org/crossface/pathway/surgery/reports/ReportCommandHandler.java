package org.crossface.pathway.surgery.reports;

import org.axonframework.commandhandling.CommandHandler;
import org.crossface.pathway.record.PathwayRecord;
import org.crossface.pathway.surgery.admission.CaseRules;
import org.crossface.pathway.surgery.checklist.ReportChecklistDeviation;
import org.crossface.pathway.surgery.events.BurnReported;
import org.crossface.pathway.surgery.events.ChecklistDeviationReported;
import org.crossface.pathway.surgery.events.MedicationErrorReported;
import org.crossface.pathway.surgery.events.PatientFellReported;
import org.crossface.pathway.surgery.events.ProcedureDiscontinued;
import org.crossface.pathway.surgery.events.WrongSiteEventReported;
import org.crossface.pathway.usecase.Circumstances;
import org.crossface.pathway.vocabulary.PathwayEvent;

/** Takes the reports of what should not have happened. */
public final class ReportCommandHandler {

    private final PathwayRecord pathway;

    public ReportCommandHandler(PathwayRecord pathway) {
        this.pathway = pathway;
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
                        pathway.state().phaseAfterHold()));
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
