package org.crossface.pathway.neurotization;

import org.crossface.pathway.PathwayEvent;

/** The graft, from harvest until the muscle is joined to it. */
public record NerveGraft() {

    /** Before anything happened. */
    public static NerveGraft none() {
        return new NerveGraft();
    }

    /** The state after this fact; facts that do not concern it leave it as it is. */
    public NerveGraft evolve(PathwayEvent event) {
        return this;
    }
}
