package org.crossface.pathway.aftercare.vocabulary;

/** How much weaker the healthy side of the face is than before a branch of its nerve was taken. */
public enum FacialWeakness {
    NONE,
    SLIGHT,
    MARKED
}
