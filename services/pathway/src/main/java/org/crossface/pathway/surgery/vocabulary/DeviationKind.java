package org.crossface.pathway.surgery.vocabulary;

/** How a step of the safety sequence went wrong. */
public enum DeviationKind {
    MISSED,
    LATE
}
