package org.crossface.pathway.recovery.vocabulary;

/** Venous Doppler signal of the flap. */
public enum VenousSignal {
    PRESENT,
    ABSENT,
    NOT_ASSESSED
}
