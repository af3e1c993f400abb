package org.crossface.pathway.neurotization;

/** Where the graft stands (clinical reference 2.3). */
public enum GraftStatus {
    NONE,
    HARVESTED,
    COAPTED,
    BANKED,
    REGENERATING,
    NEUROTIZED,
    NOT_NEUROTIZED,
    USED_IN_STAGE_TWO,
    ABANDONED
}
