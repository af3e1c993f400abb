package org.crossface.pathway.aftercare.vocabulary;

/** Whether something is related to the surgery. */
public enum Relatedness {
    RELATED,
    UNRELATED,
    UNKNOWN
}
