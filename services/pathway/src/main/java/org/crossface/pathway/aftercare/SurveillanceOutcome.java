package org.crossface.pathway.aftercare;

/** What a surveillance found. */
public enum SurveillanceOutcome {
    NONE,
    INFECTION,
    INCOMPLETE
}
