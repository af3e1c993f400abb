package org.crossface.pathway.aftercare.vocabulary;

/** Where a complication is. */
public enum ComplicationSite {
    FACE_PARALYSED_SIDE,
    FACE_HEALTHY_SIDE,
    NECK,
    LEG,
    THIGH,
    EYE,
    SYSTEMIC
}
