package org.crossface.pathway.aftercare.vocabulary;

/** Which wound; leg after stage one, thigh after stage two. */
public enum WoundSite {
    FACE,
    LIP,
    LEG,
    THIGH
}
