package org.crossface.pathway.planning.decision;

import java.time.OffsetDateTime;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.crossface.pathway.planning.NerveSource;
import org.crossface.pathway.planning.PlannedSetting;
import org.crossface.pathway.planning.TreatmentOption;
import org.crossface.pathway.planning.TreatmentPlanRevised;
import org.crossface.pathway.usecase.UseCase;
import org.crossface.pathway.vocabulary.BodySide;
import org.crossface.pathway.vocabulary.FaceSide;
import org.crossface.pathway.vocabulary.Phases;
import org.crossface.platform.api.FormField;
import org.crossface.platform.api.Role;
import org.jspecify.annotations.Nullable;

/** Replaces the plan by a new version; a consent that no longer fits is superseded. */
public record RevisePlan(
        @TargetAggregateIdentifier String pathwayId,
        OffsetDateTime occurredAt,
        @FormField(label = "Treatment") TreatmentOption option,
        @FormField(label = "Setting of stage one") @Nullable PlannedSetting stageOneSetting,
        @FormField(label = "Setting of stage two") @Nullable PlannedSetting stageTwoSetting,

        @FormField(label = "Nerve source", help = "What will drive the muscle") @Nullable
        NerveSource nerveSource,

        @FormField(label = "Donor leg", help = "Sural nerve") @Nullable
        BodySide donorLeg,

        @FormField(label = "Donor thigh", help = "Gracilis muscle") @Nullable
        BodySide donorThigh,

        @FormField(label = "Rationale", max = 2000, multiline = true, help = "Also of the setting of stage two")
        @Nullable
        String rationale,

        @FormField(label = "Side of the muscle", help = "Needed when both sides of the face are paralysed") @Nullable
        FaceSide faceSide)
        implements PlanEntry {

    /** Who gives it, when, and what judges it. */
    public static final UseCase<RevisePlan> USE_CASE = UseCase.of(RevisePlan.class, "Revise plan")
            .by(Role.SURGEON)
            .in(Phases.PLANNING)
            .answers("PLAN")
            .requires(PlanRules.THERE_IS_A_PLAN_TO_REVISE, PlanRules.AN_OPERATION_CAN_FOLLOW)
            .checks(
                    PlanRules.GRAFT_NEEDS_ONE_HEALTHY_SIDE,
                    PlanRules.HEALTHY_SMILE_IS_CONFIRMED,
                    PlanRules.PLAN_IS_WHOLE,
                    PlanRules.MUSCLE_IS_FOR_A_PARALYSED_SIDE,
                    PlanRules.SETTING_HAS_ITS_REASON,
                    PlanRules.LEG_HAS_ITS_NERVE,
                    PlanRules.THIGH_HAS_ITS_MUSCLE)
            .records(TreatmentPlanRevised.class);
}
