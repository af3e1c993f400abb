package org.crossface.pathway.recovery;

/** Swelling of the cheek. */
public enum Swelling {
    NONE,
    MILD,
    TENSE
}
