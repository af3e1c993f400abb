package org.crossface.pathway.planning.decision;

import java.util.Objects;
import java.util.Optional;
import org.axonframework.commandhandling.CommandHandler;
import org.crossface.pathway.consent.ConsentSuperseded;
import org.crossface.pathway.consent.ConsentType;
import org.crossface.pathway.consent.Consents.Consent;
import org.crossface.pathway.planning.CandidacyApproved;
import org.crossface.pathway.planning.CandidacyDeclined;
import org.crossface.pathway.planning.CandidacyDeferred;
import org.crossface.pathway.planning.TreatmentPlan;
import org.crossface.pathway.planning.TreatmentPlanRevised;
import org.crossface.pathway.planning.TreatmentPlanSelected;
import org.crossface.pathway.record.PathwayRecord;
import org.crossface.pathway.state.PathwayState;
import org.crossface.pathway.usecase.Circumstances;
import org.crossface.pathway.vocabulary.Stage;

/** Takes the decision on the candidacy and the versions of the plan. */
public final class PlanningCommandHandler {

    private final PathwayRecord pathway;

    public PlanningCommandHandler(PathwayRecord pathway) {
        this.pathway = pathway;
    }

    @CommandHandler
    void handle(DecideCandidacy command, Circumstances given) {
        PathwayState state = pathway.state();
        PathwayRecord.Judged judged = pathway.judge(DecideCandidacy.USE_CASE, command, given);
        judged.record(
                switch (command.decision()) {
                    case APPROVE -> approved(command, given, state);
                    case DEFER ->
                        new CandidacyDeferred(
                                command.pathwayId(),
                                given.ids().next(),
                                command.occurredAt(),
                                Objects.requireNonNull(command.reviewOn()),
                                command.reasons());
                    case DECLINE ->
                        new CandidacyDeclined(
                                command.pathwayId(),
                                given.ids().next(),
                                command.occurredAt(),
                                command.option(),
                                command.reasons());
                });
    }

    private static CandidacyApproved approved(DecideCandidacy command, Circumstances given, PathwayState state) {
        return new CandidacyApproved(
                command.pathwayId(),
                given.ids().next(),
                command.occurredAt(),
                Objects.requireNonNull(command.option()),
                state.intake()
                        .ageOn(state.intake().dayOf(command.occurredAt()))
                        .orElseThrow()
                        .most(),
                command.guidelineExceptions(),
                command.exceptionRationale(),
                command.reasons());
    }

    @CommandHandler
    void handle(SelectPlan command, Circumstances given) {
        pathway.judge(SelectPlan.USE_CASE, command, given)
                .record(new TreatmentPlanSelected(
                        command.pathwayId(),
                        given.ids().next(),
                        command.occurredAt(),
                        1,
                        command.option(),
                        command.stageOneSetting(),
                        command.stageTwoSetting(),
                        command.nerveSource(),
                        command.donorLeg(),
                        command.donorThigh(),
                        command.rationale(),
                        command.faceSide()));
    }

    @CommandHandler
    void handle(RevisePlan command, Circumstances given) {
        TreatmentPlan before = pathway.state().plan();
        PathwayRecord.Judged judged = pathway.judge(RevisePlan.USE_CASE, command, given);
        judged.record(new TreatmentPlanRevised(
                command.pathwayId(),
                given.ids().next(),
                command.occurredAt(),
                before.version() + 1,
                command.option(),
                command.stageOneSetting(),
                command.stageTwoSetting(),
                command.nerveSource(),
                command.donorLeg(),
                command.donorThigh(),
                command.rationale(),
                command.faceSide()));
        TreatmentPlan after = pathway.state().plan();
        for (Stage stage : Stage.values()) {
            Optional<Consent> consent = pathway.state().consents().standing(ConsentType.SURGICAL, stage);
            if (consent.isPresent()
                    && !pathway.state().isSpent(consent.get())
                    && changesMaterially(before, after, stage)) {
                judged.record(new ConsentSuperseded(
                        command.pathwayId(),
                        given.ids().next(),
                        command.occurredAt(),
                        consent.get().consentId(),
                        ConsentType.SURGICAL,
                        stage,
                        after.version()));
            }
        }
    }

    /** Whether what the patient agreed to for this stage is no longer what is planned (P3). */
    private static boolean changesMaterially(TreatmentPlan before, TreatmentPlan after, Stage stage) {
        return before.option() != after.option()
                || !before.donorSide(stage).equals(after.donorSide(stage))
                || !before.setting(stage).equals(after.setting(stage))
                || (stage == Stage.TWO
                        && (before.nerveSource() != after.nerveSource() || before.faceSide() != after.faceSide()));
    }
}
