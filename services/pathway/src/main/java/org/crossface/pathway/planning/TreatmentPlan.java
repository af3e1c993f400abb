package org.crossface.pathway.planning;

import org.crossface.pathway.PathwayEvent;

/** The candidacy decision and the plan in force. */
public record TreatmentPlan() {

    /** Before anything happened. */
    public static TreatmentPlan none() {
        return new TreatmentPlan();
    }

    /** The state after this fact; facts that do not concern it leave it as it is. */
    public TreatmentPlan evolve(PathwayEvent event) {
        return this;
    }
}
