package org.crossface.pathway.aftercare.vocabulary;

import java.time.LocalDate;
import org.crossface.pathway.policy.Policy;
import org.crossface.pathway.policy.Threshold;
import org.crossface.pathway.vocabulary.Stage;

/** What a surveillance looks for, and for how long. */
public enum SurveillanceKind {
    /** Superficial infection, by default within 30 days, the day of surgery being the first. */
    SSI30(Threshold.SUPERFICIAL_INFECTION_DAYS, 1),
    /** Deep infection, by default within 90 days, the day of surgery being the first. */
    SSI90(Threshold.DEEP_INFECTION_DAYS, 1),
    /** The global period, by default 90 days after the day of surgery. */
    GLOBAL90(Threshold.GLOBAL_PERIOD_DAYS, 0);

    private final Threshold days;
    private final int first;

    /** @param first which of the days the day of surgery is; 0 when it does not count */
    SurveillanceKind(Threshold days, int first) {
        this.days = days;
        this.first = first;
    }

    /** Whether the policy lists the operations of this stage among those with the longer surveillance. */
    public static boolean isLong(Stage stage, Policy policy) {
        return policy.of(stage == Stage.ONE ? Threshold.SURVEILLANCE_90_STAGE_ONE : Threshold.SURVEILLANCE_90_STAGE_TWO)
                == 1;
    }

    /** The surveillance that looks for infections of this depth after the operation of this stage (INV-53, A-18). */
    public static SurveillanceKind of(InfectionClass depth, Stage stage, Policy policy) {
        return depth != InfectionClass.SUPERFICIAL && isLong(stage, policy) ? SSI90 : SSI30;
    }

    /** The last day that counts after an operation on this day. */
    public LocalDate lastDay(LocalDate operatedOn, Policy policy) {
        return operatedOn.plusDays((long) policy.of(days) - first);
    }
}
