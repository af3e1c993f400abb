package org.crossface.billing.account;

/** The reason of a reversal. */
public enum ReversalReason {
    /** The clinical record was corrected; a new charge follows. */
    CORRECTED,
    /** The operation was a never event and is not billed. */
    NEVER_EVENT,
    /** The fact was recorded by mistake. */
    ENTERED_IN_ERROR
}
