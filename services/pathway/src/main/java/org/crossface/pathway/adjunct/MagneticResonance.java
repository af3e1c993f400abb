package org.crossface.pathway.adjunct;

/** What an implant means for a magnetic resonance examination, in the words of its label. */
public enum MagneticResonance {
    SAFE,
    CONDITIONAL,
    UNSAFE,
    UNKNOWN
}
