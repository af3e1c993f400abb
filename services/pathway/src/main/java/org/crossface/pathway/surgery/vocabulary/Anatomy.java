package org.crossface.pathway.surgery.vocabulary;

/** A part of the body that is marked before the operation. */
public enum Anatomy {
    /** The paralysed side of the face */
    FACE,
    /** The facial nerve of the healthy side, stage one */
    DONOR_BRANCH,
    /** Where the sural nerve is taken, stage one */
    LEG,
    /** Where the gracilis is taken, stage two */
    THIGH
}
