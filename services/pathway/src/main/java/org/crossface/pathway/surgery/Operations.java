package org.crossface.pathway.surgery;

import org.crossface.pathway.PathwayEvent;

/** The operations, by case. */
public record Operations() {

    /** Before anything happened. */
    public static Operations none() {
        return new Operations();
    }

    /** The state after this fact; facts that do not concern it leave it as it is. */
    public Operations evolve(PathwayEvent event) {
        return this;
    }
}
