package org.crossface.pathway.rehabilitation;

import org.crossface.pathway.PathwayEvent;

/** Therapy, first movement, outcome assessments and completion. */
public record Rehabilitation() {

    /** Before anything happened. */
    public static Rehabilitation none() {
        return new Rehabilitation();
    }

    /** The state after this fact; facts that do not concern it leave it as it is. */
    public Rehabilitation evolve(PathwayEvent event) {
        return this;
    }
}
