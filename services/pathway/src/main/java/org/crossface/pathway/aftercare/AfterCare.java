package org.crossface.pathway.aftercare;

import org.crossface.pathway.PathwayEvent;

/** Contacts, wounds and surveillance after each stage. */
public record AfterCare() {

    /** Before anything happened. */
    public static AfterCare none() {
        return new AfterCare();
    }

    /** The state after this fact; facts that do not concern it leave it as it is. */
    public AfterCare evolve(PathwayEvent event) {
        return this;
    }
}
