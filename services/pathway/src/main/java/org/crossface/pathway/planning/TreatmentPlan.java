package org.crossface.pathway.planning;

import java.time.LocalDate;
import java.util.Optional;
import org.crossface.pathway.vocabulary.BodySide;
import org.crossface.pathway.vocabulary.FaceSide;
import org.crossface.pathway.vocabulary.PathwayEvent;
import org.crossface.pathway.vocabulary.Stage;
import org.jspecify.annotations.Nullable;

/**
 * The candidacy decision and the plan in force.
 *
 * @param approvedOption the treatment that the candidacy was approved for; {@code null} until approved
 * @param version 0 while there is no plan, counts from 1
 * @param option the treatment planned; {@code null} while there is no plan
 * @param faceSide the side of the muscle, with both sides paralysed; {@code null} otherwise, and in plans of earlier releases
 * @param reviewOn the day on which a deferred candidacy is decided again, as the last deferral named it; {@code null} without one
 */
public record TreatmentPlan(
        @Nullable TreatmentOption approvedOption,
        int version,
        @Nullable TreatmentOption option,
        @Nullable PlannedSetting stageOneSetting,
        @Nullable PlannedSetting stageTwoSetting,
        @Nullable NerveSource nerveSource,
        @Nullable BodySide donorLeg,
        @Nullable BodySide donorThigh,
        @Nullable LocalDate reviewOn,
        @Nullable FaceSide faceSide) {

    /** Before anything happened. */
    public static TreatmentPlan none() {
        return new TreatmentPlan(null, 0, null, null, null, null, null, null, null, null);
    }

    /** The state after this fact; facts that do not concern it leave it as it is. */
    public TreatmentPlan evolve(PathwayEvent event) {
        if (!(event instanceof PlanningFact fact)) {
            return this;
        }
        return switch (fact) {
            case CandidacyApproved approved ->
                new TreatmentPlan(
                        approved.option(),
                        version,
                        option,
                        stageOneSetting,
                        stageTwoSetting,
                        nerveSource,
                        donorLeg,
                        donorThigh,
                        reviewOn,
                        faceSide);
            case CandidacyDeferred deferred ->
                new TreatmentPlan(
                        approvedOption,
                        version,
                        option,
                        stageOneSetting,
                        stageTwoSetting,
                        nerveSource,
                        donorLeg,
                        donorThigh,
                        deferred.reviewOn(),
                        faceSide);
            case CandidacyDeclined declined -> this;
            case TreatmentPlanSelected plan ->
                new TreatmentPlan(
                        approvedOption,
                        plan.planVersion(),
                        plan.option(),
                        plan.stageOneSetting(),
                        plan.stageTwoSetting(),
                        plan.nerveSource(),
                        plan.donorLeg(),
                        plan.donorThigh(),
                        reviewOn,
                        plan.faceSide());
            case TreatmentPlanRevised plan ->
                new TreatmentPlan(
                        approvedOption,
                        plan.planVersion(),
                        plan.option(),
                        plan.stageOneSetting(),
                        plan.stageTwoSetting(),
                        plan.nerveSource(),
                        plan.donorLeg(),
                        plan.donorThigh(),
                        reviewOn,
                        plan.faceSide());
        };
    }

    /** Whether a plan was selected. */
    public boolean exists() {
        return version > 0;
    }

    /** Whether the planned treatment has this operation. */
    public boolean includes(Stage stage) {
        return option != null && option.stages().contains(stage);
    }

    /** Whether the muscle is to be driven by the masseteric nerve alone, so that no graft is needed (INV-20, INV-21, INV-25). */
    public boolean massetericOnly() {
        return nerveSource == NerveSource.MASSETERIC;
    }

    /** Donor leg of stage one or donor thigh of stage two, as planned. */
    public Optional<BodySide> donorSide(Stage stage) {
        return Optional.ofNullable(stage == Stage.ONE ? donorLeg : donorThigh);
    }

    /** Planned setting of a stage. */
    public Optional<PlannedSetting> setting(Stage stage) {
        return Optional.ofNullable(stage == Stage.ONE ? stageOneSetting : stageTwoSetting);
    }
}
