package org.crossface.pathway.rehabilitation.completion;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.crossface.pathway.evaluation.Assessment;
import org.crossface.pathway.policy.Policy;
import org.crossface.pathway.policy.Threshold;
import org.crossface.pathway.rehabilitation.events.OutcomeAssessed;
import org.crossface.pathway.rehabilitation.vocabulary.OutcomeVisit;
import org.crossface.pathway.state.PathwayState;
import org.crossface.pathway.surgery.MuscleFlap;

/** The set of measurements at the final visit without which a pathway is not complete (P15, A-07). */
final class Completion {

    private Completion() {}

    private static Optional<LocalDate> dayOf(MuscleFlap flap, Policy policy) {
        return Optional.ofNullable(flap.operatedOn())
                .map(operated ->
                        operated.plusMonths(OutcomeVisit.finalOne(policy).months()));
    }

    /** The last day on which the final set is in time; empty for a muscle whose day of transfer is unknown. */
    static Optional<LocalDate> lastDay(MuscleFlap flap, Policy policy) {
        return dayOf(flap, policy).map(day -> day.plusDays(policy.of(Threshold.FINAL_SET_LATE_DAYS)));
    }

    /** Whether the final set was measured, not before the window of its visit. */
    static boolean finalSetIsDone(PathwayState state, MuscleFlap flap, Policy policy) {
        return state.rehabilitationOf(flap).spontaneousSmile() != null && isWhole(finalVisits(state, flap, policy));
    }

    /** Whether the final set was measured, but not wholly until the last day of its window. */
    static boolean finalSetIsLate(PathwayState state, MuscleFlap flap, Policy policy) {
        Optional<LocalDate> last = lastDay(flap, policy);
        List<OutcomeAssessed> visits = finalVisits(state, flap, policy);
        List<OutcomeAssessed> inTime = visits.stream()
                .filter(visit -> last.filter(
                                day -> state.dayOf(visit.occurredAt()).isAfter(day))
                        .isEmpty())
                .toList();
        return isWhole(visits) && !isWhole(inTime);
    }

    private static List<OutcomeAssessed> finalVisits(PathwayState state, MuscleFlap flap, Policy policy) {
        Optional<LocalDate> from =
                dayOf(flap, policy).map(day -> day.minusDays(policy.of(Threshold.OUTCOME_WINDOW_DAYS)));
        return state.rehabilitationOf(flap).assessments().stream()
                .filter(assessed -> assessed.visit() == OutcomeVisit.finalOne(policy))
                .filter(assessed -> from.filter(
                                day -> !state.dayOf(assessed.occurredAt()).isBefore(day))
                        .isPresent())
                .toList();
    }

    private static boolean isWhole(List<OutcomeAssessed> visits) {
        return visits.stream()
                .map(OutcomeAssessed::assessment)
                .reduce(Assessment::with)
                .filter(set -> set.sunnybrook() != null && set.smileExcursionMm() != null)
                .isPresent();
    }
}
