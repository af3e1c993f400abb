package org.crossface.pathway.recovery;

/** Arterial Doppler signal of the flap. */
public enum ArterialSignal {
    STRONG,
    WEAK,
    ABSENT
}
