package org.crossface.pathway.surgery;

/** How a step of the safety sequence went wrong. */
public enum DeviationKind {
    MISSED,
    LATE
}
