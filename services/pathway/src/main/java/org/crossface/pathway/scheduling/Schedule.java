package org.crossface.pathway.scheduling;

import org.crossface.pathway.PathwayEvent;

/** Readiness for each stage and the cases that were scheduled. */
public record Schedule() {

    /** Before anything happened. */
    public static Schedule none() {
        return new Schedule();
    }

    /** The state after this fact; facts that do not concern it leave it as it is. */
    public Schedule evolve(PathwayEvent event) {
        return this;
    }
}
