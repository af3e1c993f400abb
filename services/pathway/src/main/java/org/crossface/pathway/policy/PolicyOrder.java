package org.crossface.pathway.policy;

import java.util.List;
import java.util.Optional;

/** Which thresholds of a policy cannot contradict each other: a step is not overdue before it is due, an alert not below a caution. */
public final class PolicyOrder {

    /** In each row every value is at most the next one. */
    private static final List<List<Threshold>> ASCENDING = List.of(
            List.of(Threshold.REVERSIBLE_MONTHS, Threshold.LONG_STANDING_MONTHS),
            List.of(Threshold.ASA_HIGHEST_CLASS_DAY_CASE, Threshold.ASA_HIGHEST_CLASS),
            List.of(Threshold.STAGE_TWO_EARLIEST_MONTHS, Threshold.NEUROTIZATION_END_MONTHS),
            List.of(
                    Threshold.T22_MONTHS,
                    Threshold.T23_MONTHS,
                    Threshold.T24_MONTHS,
                    Threshold.NEUROTIZATION_END_MONTHS),
            List.of(Threshold.ANTIBIOTIC_MINUTES, Threshold.ANTIBIOTIC_SLOW_MINUTES),
            List.of(Threshold.FULL_MEAL_HOURS, Threshold.GLP1_LIQUID_DIET_HOURS),
            List.of(Threshold.PHQ2_POSITIVE, Threshold.PHQ9_POSITIVE),
            List.of(Threshold.CLEAR_LIQUID_HOURS, Threshold.LIGHT_MEAL_HOURS, Threshold.FULL_MEAL_HOURS),
            List.of(
                    Threshold.ISCHEMIA_INFO_MINUTES,
                    Threshold.ISCHEMIA_CAUTION_MINUTES,
                    Threshold.ISCHEMIA_ALERT_MINUTES,
                    Threshold.ISCHEMIA_CRITICAL_MINUTES),
            List.of(Threshold.SURAL_LENGTH_MIN_MM, Threshold.SURAL_LENGTH_MAX_MM),
            List.of(Threshold.GRACILIS_LENGTH_MIN_MM, Threshold.GRACILIS_LENGTH_MAX_MM),
            List.of(Threshold.GRACILIS_WIDTH_MIN_MM, Threshold.GRACILIS_WIDTH_MAX_MM),
            List.of(Threshold.GRACILIS_WEIGHT_MIN_G, Threshold.GRACILIS_WEIGHT_MAX_G),
            List.of(Threshold.OPERATION_MIN_MINUTES, Threshold.OPERATION_MAX_MINUTES),
            List.of(Threshold.RECOVERY_REVIEW_HOURS, Threshold.RECOVERY_DECISION_HOURS),
            List.of(
                    Threshold.FLAP_DOUBT_ANSWER_MINUTES,
                    Threshold.RED_FLAG_URGENT_MINUTES,
                    Threshold.RED_FLAG_SOON_MINUTES),
            List.of(Threshold.FEVER_TENTHS, Threshold.FEVER_LATE_TENTHS),
            List.of(Threshold.SUPERFICIAL_INFECTION_DAYS, Threshold.DEEP_INFECTION_DAYS),
            List.of(Threshold.MOVEMENT_WATCH_MONTHS, Threshold.T45_DUE_MONTHS, Threshold.T45_OVERDUE_MONTHS),
            List.of(Threshold.T45_DUE_MONTHS, Threshold.MOVEMENT_END_MONTHS),
            List.of(Threshold.T45_MASSETERIC_DUE_MONTHS, Threshold.T45_MASSETERIC_OVERDUE_MONTHS),
            List.of(Threshold.THERAPY_MONTHS, Threshold.COMPLETION_MONTHS),
            List.of(Threshold.T02_DUE_DAYS, Threshold.T02_OVERDUE_DAYS),
            List.of(Threshold.T04_DUE_DAYS, Threshold.T04_OVERDUE_DAYS),
            List.of(Threshold.T17_OVERDUE_HOURS, Threshold.T17_WELFARE_HOURS),
            List.of(Threshold.T18_EARLIEST_DAYS, Threshold.T18_DUE_DAYS, Threshold.T18_OVERDUE_DAYS),
            List.of(Threshold.T01_DUE_BUSINESS_DAYS, Threshold.T01_OVERDUE_BUSINESS_DAYS),
            List.of(Threshold.T03_DUE_BUSINESS_DAYS, Threshold.T03_OVERDUE_BUSINESS_DAYS),
            List.of(Threshold.T09_DUE_DAYS, Threshold.T09_FROM_DAYS),
            List.of(Threshold.T11_OVERDUE_DAYS, Threshold.T11_DUE_DAYS),
            List.of(Threshold.T14_DUE_HOURS, Threshold.T14_OVERDUE_HOURS),
            List.of(Threshold.T16_WARNING_HOURS, Threshold.DAY_CASE_MAX_HOURS),
            List.of(Threshold.T20_DUE_DAYS, Threshold.T20_AGAIN_DAYS),
            List.of(Threshold.T21_DUE_DAYS, Threshold.T21_AGAIN_DAYS),
            List.of(Threshold.T25_DECISION_DAYS, Threshold.T25_DIRECTOR_DAYS),
            List.of(Threshold.T28_OVERDUE_DAYS, Threshold.T28_DUE_DAYS),
            List.of(Threshold.T31_DUE_MINUTES, Threshold.T31_OVERDUE_MINUTES),
            List.of(Threshold.T32_FROM_DAYS, Threshold.T32_DUE_DAYS, Threshold.T32_OVERDUE_DAYS),
            List.of(
                    Threshold.T34_FIRST_DAYS,
                    Threshold.T34_SECOND_DAYS,
                    Threshold.T34_THIRD_DAYS,
                    Threshold.T34_FOURTH_DAYS),
            List.of(Threshold.T43_DUE_MONTHS, Threshold.T43_OVERDUE_MONTHS),
            List.of(Threshold.MOVEMENT_END_MONTHS, Threshold.T46_OVERDUE_MONTHS, Threshold.T47_DUE_MONTHS),
            List.of(
                    Threshold.T46_MASSETERIC_DUE_MONTHS,
                    Threshold.T46_MASSETERIC_OVERDUE_MONTHS,
                    Threshold.T47_MASSETERIC_DUE_MONTHS),
            List.of(Threshold.T45_MASSETERIC_OVERDUE_MONTHS, Threshold.T47_MASSETERIC_DUE_MONTHS),
            List.of(Threshold.T54_SECOND_DAYS, Threshold.T54_LETTER_DAYS, Threshold.LOST_DAYS),
            List.of(Threshold.T55_DUE_DAYS, Threshold.T55_OVERDUE_DAYS),
            List.of(Threshold.T56_DUE_DAYS, Threshold.T56_OVERDUE_DAYS),
            List.of(Threshold.T57_DUE_BUSINESS_DAYS, Threshold.T57_OVERDUE_BUSINESS_DAYS),
            List.of(Threshold.T27_DUE_DAYS, Threshold.T27_OVERDUE_DAYS),
            List.of(Threshold.T40_DUE_DAYS, Threshold.T40_OVERDUE_DAYS));

    private PolicyOrder() {}

    /**
     * Two thresholds whose values stand in the wrong order.
     *
     * @param lower should be at most the other
     */
    public record Contradiction(Threshold lower, Threshold higher) {}

    /** The first contradiction in a policy; empty when it has none. */
    public static Optional<Contradiction> contradiction(Policy policy) {
        for (List<Threshold> row : ASCENDING) {
            for (int i = 1; i < row.size(); i++) {
                if (policy.of(row.get(i - 1)) > policy.of(row.get(i))) {
                    return Optional.of(new Contradiction(row.get(i - 1), row.get(i)));
                }
            }
        }
        return Optional.empty();
    }
}
