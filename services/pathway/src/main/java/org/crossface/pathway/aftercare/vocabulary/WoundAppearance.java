package org.crossface.pathway.aftercare.vocabulary;

/** What a wound looks like. */
public enum WoundAppearance {
    CLEAN,
    REDNESS,
    SWELLING,
    SEROMA,
    DISCHARGE,
    DEHISCENCE,
    INFECTED
}
