package org.crossface.pathway.surgery;

/** Resting tension of the muscle. */
public enum InsetTension {
    LOW,
    NORMAL,
    HIGH
}
