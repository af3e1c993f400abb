package org.crossface.pathway.recovery.vocabulary;

/** Where it hurts. */
public enum PainSite {
    FACE,
    LEG,
    THIGH,
    THROAT,
    OTHER
}
