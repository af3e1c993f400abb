package org.crossface.pathway.recovery.vocabulary;

/** What threatens the flap. */
public enum CompromiseCause {
    ARTERIAL,
    VENOUS,
    HEMATOMA,
    OTHER
}
