package org.crossface.pathway.surgery.vocabulary;

/** Resting tension of the muscle. */
public enum InsetTension {
    LOW,
    NORMAL,
    HIGH
}
