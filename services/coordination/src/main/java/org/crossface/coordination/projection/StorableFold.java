package org.crossface.coordination.projection;

import org.crossface.pathway.state.EffectiveFacts;
import org.crossface.pathway.state.PathwayState;
import org.crossface.pathway.vocabulary.PathwayEvent;
import org.crossface.platform.api.values.StorableRecords;

/**
 * Folds the facts of a pathway into values that fit the tables. An earlier release accepted values that do not fit; the nearest ones that
 * fit replace them.
 */
public final class StorableFold {

    private StorableFold() {}

    /** The state that these facts make, with their corrections and retractions applied. */
    public static PathwayState of(Iterable<? extends PathwayEvent> recorded) {
        PathwayState state = PathwayState.none();
        for (PathwayEvent fact : EffectiveFacts.of(recorded)) {
            state = after(state, fact);
        }
        return state;
    }

    /** The state after one more fact that changes no earlier one. */
    public static PathwayState after(PathwayState state, PathwayEvent fact) {
        return state.evolve(
                fact instanceof Record values && StorableRecords.mended(values) instanceof PathwayEvent mended
                        ? mended
                        : fact);
    }
}
