package org.crossface.pathway.planning;

import java.time.OffsetDateTime;
import org.crossface.pathway.vocabulary.BodySide;
import org.crossface.pathway.vocabulary.FaceSide;
import org.crossface.pathway.vocabulary.Phase;
import org.crossface.platform.api.EventName;
import org.crossface.platform.api.Harmless;
import org.crossface.platform.api.Personal;
import org.jspecify.annotations.Nullable;

/**
 * The plan was replaced.
 *
 * @param planVersion one more than that of the plan it replaces
 * @param faceSide the side of the muscle, with both sides paralysed; {@code null} with one, which it then is
 */
@EventName(value = "planning.plan-revised", revision = 2, upcasters = SideNotPlanned.class)
public record TreatmentPlanRevised(
        @Harmless String pathwayId,
        @Harmless String factId,
        OffsetDateTime occurredAt,
        int planVersion,
        TreatmentOption option,
        @Nullable PlannedSetting stageOneSetting,
        @Nullable PlannedSetting stageTwoSetting,
        @Nullable NerveSource nerveSource,
        @Nullable BodySide donorLeg,
        @Nullable BodySide donorThigh,
        @Personal @Nullable String rationale,
        @Nullable FaceSide faceSide)
        implements PlanningFact {
    @Override
    public Phase phaseAfter(Phase before) {
        return option.stages().isEmpty()
                ? Phase.CLOSED_ALTERNATIVE_TREATMENT
                : before == Phase.WINDOW_LAPSED ? Phase.REPLANNED : before;
    }
}
