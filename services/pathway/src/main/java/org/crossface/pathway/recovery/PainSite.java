package org.crossface.pathway.recovery;

/** Where it hurts. */
public enum PainSite {
    FACE,
    LEG,
    THIGH,
    THROAT,
    OTHER
}
