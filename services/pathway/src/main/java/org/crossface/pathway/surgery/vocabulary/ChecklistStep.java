package org.crossface.pathway.surgery.vocabulary;

/** A step of the safety sequence that can be missed. */
public enum ChecklistStep {
    SITE_MARKING,
    SIGN_IN,
    TIME_OUT,
    SIGN_OUT,
    ANTIBIOTIC,
    COUNTS
}
