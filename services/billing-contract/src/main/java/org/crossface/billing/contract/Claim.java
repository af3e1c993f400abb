package org.crossface.billing.contract;

/** Which of the two claims of one operation a charge belongs to. */
public enum Claim {
    /** The practice bills what its surgeon did. */
    PROFESSIONAL,
    /** The surgery centre bills room, supplies and recovery. */
    FACILITY
}
