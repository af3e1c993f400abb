package org.crossface.pathway.evaluation;

import org.crossface.pathway.PathwayEvent;

/** The five factors and the baseline, as far as they are known. */
public record Evaluation() {

    /** Before anything happened. */
    public static Evaluation none() {
        return new Evaluation();
    }

    /** The state after this fact; facts that do not concern it leave it as it is. */
    public Evaluation evolve(PathwayEvent event) {
        return this;
    }
}
