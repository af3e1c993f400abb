package org.crossface.pathway.surgery.vocabulary;

/** The branch of the healthy facial nerve that drives the graft. */
public enum DonorBranch {
    BUCCAL,
    ZYGOMATIC,
    BUCCOZYGOMATIC
}
