package org.crossface.pathway.evaluation;

/** A branch of the facial nerve that can give the smile signal. */
public enum FacialBranch {
    BUCCAL,
    ZYGOMATIC,
    BUCCOZYGOMATIC
}
