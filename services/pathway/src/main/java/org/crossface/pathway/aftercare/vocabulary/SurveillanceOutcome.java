package org.crossface.pathway.aftercare.vocabulary;

/** What a surveillance found. */
public enum SurveillanceOutcome {
    NONE,
    INFECTION,
    INCOMPLETE
}
