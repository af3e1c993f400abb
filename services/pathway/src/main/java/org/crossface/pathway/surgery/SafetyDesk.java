package org.crossface.pathway.surgery;

import java.time.Duration;
import java.time.OffsetDateTime;
import org.axonframework.commandhandling.CommandHandler;
import org.crossface.pathway.CaseCommand;
import org.crossface.pathway.Circumstances;
import org.crossface.pathway.PathwayRecord;
import org.jspecify.annotations.Nullable;

/** Takes the commands of the safety sequence: admission, checklist, anesthesia, incision and closure. */
public final class SafetyDesk {

    private final PathwayRecord pathway;

    public SafetyDesk(PathwayRecord pathway) {
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
                        command.preSurgicalAssessmentBy()));
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
                        hours(command.lastClearAt(), command),
                        hours(command.lastLightMealAt(), command),
                        hours(command.lastFullMealAt(), command)));
    }

    private static @Nullable Double hours(@Nullable OffsetDateTime last, CaseCommand command) {
        return last == null
                ? null
                : Duration.between(last, command.occurredAt()).toMinutes() / 60.0;
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

    @CommandHandler
    void handle(CompleteSignIn command, Circumstances given) {
        pathway.judge(CompleteSignIn.USE_CASE, command, given)
                .record(new SafetySignInCompleted(
                        command.pathwayId(),
                        given.ids().next(),
                        command.occurredAt(),
                        command.caseId(),
                        command.identifiersChecked(),
                        command.procedureConfirmed(),
                        command.consentConfirmed(),
                        command.machineAndDrugsChecked(),
                        command.pulseOximeterOn(),
                        command.allergiesKnown(),
                        command.difficultAirway(),
                        command.bloodLossRisk(),
                        command.participants(),
                        command.exceptions()));
    }

    @CommandHandler
    void handle(InduceAnesthesia command, Circumstances given) {
        pathway.judge(InduceAnesthesia.USE_CASE, command, given)
                .record(new AnesthesiaInduced(
                        command.pathwayId(),
                        given.ids().next(),
                        command.occurredAt(),
                        command.caseId(),
                        command.technique()));
    }

    @CommandHandler
    void handle(CompleteTimeOut command, Circumstances given) {
        pathway.judge(CompleteTimeOut.USE_CASE, command, given)
                .record(new SafetyTimeOutCompleted(
                        command.pathwayId(),
                        given.ids().next(),
                        command.occurredAt(),
                        command.caseId(),
                        command.faceSide(),
                        command.donorBranchSide(),
                        command.legSide(),
                        command.thighSide(),
                        command.teamIntroduced(),
                        command.patientConfirmed(),
                        command.procedureConfirmed(),
                        command.antibioticAt(),
                        command.imagesDisplayed(),
                        command.criticalStepsReviewed(),
                        command.expectedMinutes(),
                        command.expectedBloodLossMl(),
                        command.sterilityConfirmed(),
                        command.asaClass(),
                        command.participants(),
                        command.exceptions()));
    }

    @CommandHandler
    void handle(MakeIncision command, Circumstances given) {
        pathway.judge(MakeIncision.USE_CASE, command, given)
                .record(new IncisionMade(
                        command.pathwayId(),
                        given.ids().next(),
                        command.occurredAt(),
                        command.caseId(),
                        command.antibioticDeviation()));
    }

    @CommandHandler
    void handle(CloseIncision command, Circumstances given) {
        pathway.judge(CloseIncision.USE_CASE, command, given)
                .record(new ClosureCompleted(
                        command.pathwayId(), given.ids().next(), command.occurredAt(), command.caseId()));
    }

    @CommandHandler
    void handle(RecordEmergence command, Circumstances given) {
        pathway.judge(RecordEmergence.USE_CASE, command, given)
                .record(new AnesthesiaEmerged(
                        command.pathwayId(), given.ids().next(), command.occurredAt(), command.caseId()));
    }

    @CommandHandler
    void handle(CompleteSignOut command, Circumstances given) {
        pathway.judge(CompleteSignOut.USE_CASE, command, given)
                .record(new SafetySignOutCompleted(
                        command.pathwayId(),
                        given.ids().next(),
                        command.occurredAt(),
                        command.caseId(),
                        command.procedureRecorded(),
                        command.counts(),
                        command.specimensLabelled(),
                        command.equipmentProblems(),
                        command.recoveryConcerns(),
                        command.participants(),
                        command.exceptions()));
    }
}
