package org.crossface.pathway.recovery.vocabulary;

/** Swelling of the cheek. */
public enum Swelling {
    NONE,
    MILD,
    TENSE
}
