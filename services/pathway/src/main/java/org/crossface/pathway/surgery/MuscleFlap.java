package org.crossface.pathway.surgery;

import org.crossface.pathway.PathwayEvent;

/** The gracilis flap, from harvest to function. */
public record MuscleFlap() {

    /** Before any muscle was harvested. */
    public static MuscleFlap none() {
        return new MuscleFlap();
    }

    /** The flap after this fact; facts that do not concern it leave it as it is. */
    public MuscleFlap evolve(PathwayEvent event) {
        return this;
    }
}
