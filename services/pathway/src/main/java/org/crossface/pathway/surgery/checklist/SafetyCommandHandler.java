package org.crossface.pathway.surgery.checklist;

import org.axonframework.commandhandling.CommandHandler;
import org.crossface.pathway.record.PathwayRecord;
import org.crossface.pathway.surgery.events.AnesthesiaEmerged;
import org.crossface.pathway.surgery.events.AnesthesiaInduced;
import org.crossface.pathway.surgery.events.ClosureCompleted;
import org.crossface.pathway.surgery.events.IncisionMade;
import org.crossface.pathway.surgery.events.SafetySignInCompleted;
import org.crossface.pathway.surgery.events.SafetySignOutCompleted;
import org.crossface.pathway.surgery.events.SafetyTimeOutCompleted;
import org.crossface.pathway.usecase.Circumstances;

/** Takes the commands of the safety sequence: checklist, anesthesia, incision and closure. */
public final class SafetyCommandHandler {

    private final PathwayRecord pathway;

    public SafetyCommandHandler(PathwayRecord pathway) {
        this.pathway = pathway;
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
                        command.exceptions(),
                        command.antibiotic(),
                        command.antibioticDose(),
                        command.equipmentMissing()));
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
                        command.exceptions(),
                        command.specimens()));
    }
}
