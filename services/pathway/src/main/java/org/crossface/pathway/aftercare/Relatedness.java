package org.crossface.pathway.aftercare;

/** Whether something is related to the surgery. */
public enum Relatedness {
    RELATED,
    UNRELATED,
    UNKNOWN
}
