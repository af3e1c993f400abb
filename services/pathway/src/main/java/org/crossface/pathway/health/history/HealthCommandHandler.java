package org.crossface.pathway.health.history;

import org.axonframework.commandhandling.CommandHandler;
import org.crossface.pathway.health.AllergiesListed;
import org.crossface.pathway.health.Glp1RiskDecided;
import org.crossface.pathway.health.Glp1UseRecorded;
import org.crossface.pathway.health.MedicationListed;
import org.crossface.pathway.health.MoodFollowedUp;
import org.crossface.pathway.health.MoodScreened;
import org.crossface.pathway.health.NauseaRiskAssessed;
import org.crossface.pathway.health.ThrombosisRiskAssessed;
import org.crossface.pathway.health.UnrelatedOperationRecorded;
import org.crossface.pathway.record.PathwayRecord;
import org.crossface.pathway.usecase.Circumstances;

/** Takes what is asked about the patient's health. */
public final class HealthCommandHandler {

    private final PathwayRecord pathway;

    public HealthCommandHandler(PathwayRecord pathway) {
        this.pathway = pathway;
    }

    @CommandHandler
    void handle(ListAllergies command, Circumstances given) {
        pathway.judge(ListAllergies.USE_CASE, command, given)
                .record(new AllergiesListed(
                        command.pathwayId(),
                        given.ids().next(),
                        command.occurredAt(),
                        command.noneKnown(),
                        command.allergies()));
    }

    @CommandHandler
    void handle(ListMedication command, Circumstances given) {
        pathway.judge(ListMedication.USE_CASE, command, given)
                .record(new MedicationListed(
                        command.pathwayId(),
                        given.ids().next(),
                        command.occurredAt(),
                        command.noneTaken(),
                        command.medicines()));
    }

    @CommandHandler
    void handle(ScreenMood command, Circumstances given) {
        pathway.judge(ScreenMood.USE_CASE, command, given)
                .record(new MoodScreened(
                        command.pathwayId(),
                        given.ids().next(),
                        command.occurredAt(),
                        command.occasion(),
                        command.phq2(),
                        command.phq9(),
                        command.hadsAnxiety(),
                        command.hadsDepression()));
    }

    @CommandHandler
    void handle(FollowUpMood command, Circumstances given) {
        pathway.judge(FollowUpMood.USE_CASE, command, given)
                .record(new MoodFollowedUp(
                        command.pathwayId(), given.ids().next(), command.occurredAt(), command.step(), command.note()));
    }

    @CommandHandler
    void handle(RecordUnrelatedOperation command, Circumstances given) {
        pathway.judge(RecordUnrelatedOperation.USE_CASE, command, given)
                .record(new UnrelatedOperationRecorded(
                        command.pathwayId(),
                        given.ids().next(),
                        command.occurredAt(),
                        command.operation(),
                        command.bodySite(),
                        command.operatedOn(),
                        command.centre(),
                        command.generalAnesthesia()));
    }

    @CommandHandler
    void handle(RecordGlp1Use command, Circumstances given) {
        pathway.judge(RecordGlp1Use.USE_CASE, command, given)
                .record(new Glp1UseRecorded(
                        command.pathwayId(),
                        given.ids().next(),
                        command.occurredAt(),
                        command.stage(),
                        command.taken(),
                        command.agent(),
                        command.lastTakenOn()));
    }

    @CommandHandler
    void handle(DecideGlp1Risk command, Circumstances given) {
        pathway.judge(DecideGlp1Risk.USE_CASE, command, given)
                .record(new Glp1RiskDecided(
                        command.pathwayId(),
                        given.ids().next(),
                        command.occurredAt(),
                        command.stage(),
                        command.decision(),
                        command.residualRisk()));
    }

    @CommandHandler
    void handle(AssessThrombosisRisk command, Circumstances given) {
        pathway.judge(AssessThrombosisRisk.USE_CASE, command, given)
                .record(new ThrombosisRiskAssessed(
                        command.pathwayId(),
                        given.ids().next(),
                        command.occurredAt(),
                        command.stage(),
                        command.capriniScore(),
                        command.mechanical(),
                        command.drug(),
                        command.contraindication()));
    }

    @CommandHandler
    void handle(AssessNauseaRisk command, Circumstances given) {
        pathway.judge(AssessNauseaRisk.USE_CASE, command, given)
                .record(new NauseaRiskAssessed(
                        command.pathwayId(),
                        given.ids().next(),
                        command.occurredAt(),
                        command.stage(),
                        command.female(),
                        command.nonSmoker(),
                        command.sickBefore(),
                        command.opioidsAfterwards(),
                        command.prophylaxis()));
    }
}
