package org.crossface.billing.contract;

/** Relation of a charge to an earlier operation whose global surgical period it falls into. */
public enum Relation {
    /** Outside every global period. */
    NONE,
    /** Planned when the earlier operation was done. */
    STAGED,
    /** A complication of the earlier operation. */
    UNPLANNED_RETURN,
    /** Another problem. */
    UNRELATED
}
