package org.crossface.pathway.rehabilitation.vocabulary;

import java.util.Arrays;
import java.util.Comparator;
import org.crossface.pathway.policy.Policy;
import org.crossface.pathway.policy.Threshold;

/** When after stage two the outcome is measured; {@link #THERAPY_END} is the final assessment of the therapist. */
public enum OutcomeVisit {
    M3(3),
    M6(6),
    M9(9),
    M12(12),
    M18(18),
    THERAPY_END(0),
    M24(24),
    /** Only where the policy completes a pathway so late. */
    M36(36);

    private final int months;

    OutcomeVisit(int months) {
        this.months = months;
    }

    /** Months after stage two; 0 for the one that has no month of its own. */
    public int months() {
        return months;
    }

    /** The visit with whose measurements a pathway is complete: the last one until the month of completion. */
    public static OutcomeVisit finalOne(Policy policy) {
        int completion = policy.of(Threshold.COMPLETION_MONTHS);
        return Arrays.stream(values())
                .filter(visit -> visit.months <= completion)
                .max(Comparator.comparingInt(OutcomeVisit::months))
                .orElse(THERAPY_END);
    }
}
