package org.crossface.pathway.rehabilitation.completion;

import org.crossface.pathway.evaluation.Assessment;
import org.crossface.pathway.rehabilitation.Rehabilitation;
import org.crossface.pathway.rehabilitation.events.OutcomeAssessed;
import org.crossface.pathway.rehabilitation.vocabulary.OutcomeVisit;

/** The set of measurements at 24 months without which a pathway is not complete (P15). */
final class Completion {

    private Completion() {}

    static boolean finalSetIsDone(Rehabilitation rehabilitation) {
        return rehabilitation.spontaneousSmile() != null
                && rehabilitation.assessments().stream()
                        .filter(assessed -> assessed.visit() == OutcomeVisit.M24)
                        .map(OutcomeAssessed::assessment)
                        .reduce(Assessment::with)
                        .filter(set -> set.sunnybrook() != null && set.smileExcursionMm() != null)
                        .isPresent();
    }
}
