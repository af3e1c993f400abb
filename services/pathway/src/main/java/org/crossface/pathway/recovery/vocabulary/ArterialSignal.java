package org.crossface.pathway.recovery.vocabulary;

/** Arterial Doppler signal of the flap. */
public enum ArterialSignal {
    STRONG,
    WEAK,
    ABSENT
}
