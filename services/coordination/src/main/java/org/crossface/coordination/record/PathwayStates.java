package org.crossface.coordination.record;

import java.util.Optional;
import org.crossface.pathway.state.PathwayState;

/**
 * The present states of pathways, for what no view holds: views hold no personal text but names, so that an erasure leaves none behind. The caller passes
 * the result through the read gate.
 */
@FunctionalInterface
public interface PathwayStates {

    /** The fold of the effective facts; empty when no pathway has this identifier. */
    Optional<PathwayState> stateOf(String pathwayId);
}
