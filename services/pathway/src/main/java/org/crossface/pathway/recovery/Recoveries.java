package org.crossface.pathway.recovery;

import org.crossface.pathway.PathwayEvent;

/** Recovery and discharge, by case. */
public record Recoveries() {

    /** Before anything happened. */
    public static Recoveries none() {
        return new Recoveries();
    }

    /** The state after this fact; facts that do not concern it leave it as it is. */
    public Recoveries evolve(PathwayEvent event) {
        return this;
    }
}
