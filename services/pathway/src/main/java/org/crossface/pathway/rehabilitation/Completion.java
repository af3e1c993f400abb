package org.crossface.pathway.rehabilitation;

import java.util.Optional;
import org.crossface.pathway.PathwayState;
import org.crossface.pathway.evaluation.Assessment;

/** What a pathway still lacks before it can be completed, besides time (P15). */
final class Completion {

    private Completion() {}

    /** The first thing that is missing, in plain words; empty when nothing is. */
    static Optional<String> missing(PathwayState state) {
        if (!state.rehabilitation().programmeClosed()) {
            return Optional.of("Therapy is not closed");
        }
        if (!finalSetIsDone(state.rehabilitation())) {
            return Optional.of("The final set at 24 months is missing: Sunnybrook, smile excursion, spontaneous smile");
        }
        if (state.afterCare().hasOpenComplication()) {
            return Optional.of("A complication is open");
        }
        if (!state.afterCare().openRedFlags().isEmpty()) {
            return Optional.of("A red flag is open");
        }
        return Optional.empty();
    }

    private static boolean finalSetIsDone(Rehabilitation rehabilitation) {
        return rehabilitation.spontaneousSmile() != null
                && rehabilitation.assessments().stream()
                        .filter(assessed -> assessed.visit() == OutcomeVisit.M24)
                        .map(OutcomeAssessed::assessment)
                        .reduce(Assessment::with)
                        .filter(set -> set.sunnybrook() != null && set.smileExcursionMm() != null)
                        .isPresent();
    }
}
