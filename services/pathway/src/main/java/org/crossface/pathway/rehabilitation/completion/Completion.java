package org.crossface.pathway.rehabilitation.completion;

import java.time.LocalDate;
import java.util.Optional;
import org.crossface.pathway.evaluation.Assessment;
import org.crossface.pathway.policy.Policy;
import org.crossface.pathway.policy.Threshold;
import org.crossface.pathway.rehabilitation.Rehabilitation;
import org.crossface.pathway.rehabilitation.events.OutcomeAssessed;
import org.crossface.pathway.rehabilitation.vocabulary.OutcomeVisit;
import org.crossface.pathway.state.PathwayState;
import org.crossface.pathway.surgery.MuscleFlap;

/** The set of measurements at the final visit without which a pathway is not complete (P15, A-07). */
final class Completion {

    private Completion() {}

    /** Not before the window of the visit; a patient who comes late is measured late. */
    private static boolean isInWindow(LocalDate day, MuscleFlap flap, Policy policy) {
        return Optional.ofNullable(flap.operatedOn())
                .map(operated -> operated.plusMonths(
                                OutcomeVisit.finalOne(policy).months())
                        .minusDays(policy.of(Threshold.OUTCOME_WINDOW_DAYS)))
                .filter(from -> !day.isBefore(from))
                .isPresent();
    }

    static boolean finalSetIsDone(PathwayState state, MuscleFlap flap, Policy policy) {
        Rehabilitation rehabilitation = state.rehabilitationOf(flap);
        return rehabilitation.spontaneousSmile() != null
                && rehabilitation.assessments().stream()
                        .filter(assessed -> assessed.visit() == OutcomeVisit.finalOne(policy))
                        .filter(assessed -> isInWindow(state.dayOf(assessed.occurredAt()), flap, policy))
                        .map(OutcomeAssessed::assessment)
                        .reduce(Assessment::with)
                        .filter(set -> set.sunnybrook() != null && set.smileExcursionMm() != null)
                        .isPresent();
    }
}
