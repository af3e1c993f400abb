package org.crossface.pathway.surgery.admission;

import org.axonframework.commandhandling.CommandHandler;
import org.crossface.pathway.record.PathwayRecord;
import org.crossface.pathway.state.Computed;
import org.crossface.pathway.surgery.events.FastingVerified;
import org.crossface.pathway.surgery.events.PatientAdmitted;
import org.crossface.pathway.surgery.events.SiteMarked;
import org.crossface.pathway.usecase.Circumstances;

/** Takes the admission, with fasting and marked sites. */
public final class AdmissionCommandHandler {

    private final PathwayRecord pathway;

    public AdmissionCommandHandler(PathwayRecord pathway) {
        this.pathway = pathway;
    }

    @CommandHandler
    void handle(AdmitPatient command, Circumstances given) {
        pathway.judge(AdmitPatient.USE_CASE, command, given)
                .record(new PatientAdmitted(
                        command.pathwayId(),
                        given.ids().next(),
                        command.occurredAt(),
                        command.caseId(),
                        CaseRules.caseOf(pathway.state(), command).stage(),
                        command.identifiersChecked(),
                        command.allergiesConfirmed(),
                        command.preSurgicalAssessmentBy(),
                        command.medicationConfirmed()));
    }

    @CommandHandler
    void handle(VerifyFasting command, Circumstances given) {
        pathway.judge(VerifyFasting.USE_CASE, command, given)
                .record(new FastingVerified(
                        command.pathwayId(),
                        given.ids().next(),
                        command.occurredAt(),
                        command.caseId(),
                        command.lastClearAt(),
                        command.lastLightMealAt(),
                        command.lastFullMealAt(),
                        Computed.hoursSince(command.lastClearAt(), command.occurredAt()),
                        Computed.hoursSince(command.lastLightMealAt(), command.occurredAt()),
                        Computed.hoursSince(command.lastFullMealAt(), command.occurredAt())));
    }

    @CommandHandler
    void handle(MarkSites command, Circumstances given) {
        pathway.judge(MarkSites.USE_CASE, command, given)
                .record(new SiteMarked(
                        command.pathwayId(),
                        given.ids().next(),
                        command.occurredAt(),
                        command.caseId(),
                        command.sites(),
                        command.surgeonId(),
                        command.patientAwake()));
    }
}
