package org.crossface.pathway.evaluation;

import java.util.List;
import java.util.Optional;
import org.crossface.pathway.vocabulary.FaceSide;

/** The paralysed side of the face, from the patient's point of view. */
public enum ParalysedSide {
    LEFT,
    RIGHT,
    BILATERAL;

    /** The one side of a one-sided paralysis. */
    public Optional<FaceSide> oneSide() {
        return switch (this) {
            case LEFT -> Optional.of(FaceSide.LEFT);
            case RIGHT -> Optional.of(FaceSide.RIGHT);
            case BILATERAL -> Optional.empty();
        };
    }

    /** The sides that are paralysed. */
    public List<FaceSide> sides() {
        return oneSide().map(List::of).orElse(List.of(FaceSide.LEFT, FaceSide.RIGHT));
    }
}
