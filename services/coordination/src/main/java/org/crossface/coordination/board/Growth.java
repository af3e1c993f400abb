package org.crossface.coordination.board;

import java.time.LocalDate;
import java.util.Optional;
import org.crossface.coordination.projection.Facts;
import org.crossface.pathway.neurotization.NeurotizationWindowExtended;
import org.crossface.pathway.policy.Policy;
import org.crossface.pathway.surgery.StageOneCompleted;
import org.crossface.pathway.surgery.StageTwoCompleted;

/** Dates from which the clocks of a pathway count. */
public final class Growth {

    private Growth() {}

    /** Day of the nerve graft. */
    public static Optional<LocalDate> stageOneOn(Facts facts) {
        return facts.last(StageOneCompleted.class).map(StageOneCompleted::operatedOn);
    }

    /** Day of the muscle transfer. */
    public static Optional<LocalDate> stageTwoOn(Facts facts) {
        return facts.last(StageTwoCompleted.class).map(StageTwoCompleted::operatedOn);
    }

    /** Last day of the neurotisation window, extensions included. */
    public static Optional<LocalDate> windowEnd(Facts facts, Policy policy) {
        Optional<LocalDate> extended =
                facts.last(NeurotizationWindowExtended.class).map(NeurotizationWindowExtended::until);
        return extended.isPresent()
                ? extended
                : stageOneOn(facts).map(day -> day.plusMonths(policy.neurotizationEndMonths()));
    }
}
