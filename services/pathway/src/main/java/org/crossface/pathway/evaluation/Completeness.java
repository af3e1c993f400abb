package org.crossface.pathway.evaluation;

/** Whether any movement is left. */
public enum Completeness {
    COMPLETE,
    PARTIAL
}
