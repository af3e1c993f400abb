package org.crossface.pathway.recovery;

/** What threatens the flap. */
public enum CompromiseCause {
    ARTERIAL,
    VENOUS,
    HEMATOMA,
    OTHER
}
