package org.crossface.pathway.consent;

import org.crossface.pathway.PathwayEvent;

/** All consents of the pathway. */
public record Consents() {

    /** Before anything happened. */
    public static Consents none() {
        return new Consents();
    }

    /** The state after this fact; facts that do not concern it leave it as it is. */
    public Consents evolve(PathwayEvent event) {
        return this;
    }
}
