package org.crossface.pathway.surgery.vocabulary;

/** The nerve that drives the transferred muscle. */
public enum MotorNerve {
    /** The banked graft: a smile on the healthy side moves the muscle */
    CROSS_FACIAL_GRAFT,
    /** The chewing nerve: a clench moves the muscle */
    MASSETERIC,
    /** Graft and masseteric nerve together */
    BOTH
}
