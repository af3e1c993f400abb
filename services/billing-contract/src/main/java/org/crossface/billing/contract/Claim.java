package org.crossface.billing.contract;

/** The two claims of one operation; a charge belongs to one of them. */
public enum Claim {
    /** The practice bills its surgeon's work. */
    PROFESSIONAL,
    /** The surgery centre bills room, supplies and recovery. */
    FACILITY
}
