package org.crossface.billing.contract;

/** The band of grafted nerve length on which the code of a nerve graft depends. */
public enum GraftLengthBand {
    AT_MOST_4_CM,
    OVER_4_CM
}
