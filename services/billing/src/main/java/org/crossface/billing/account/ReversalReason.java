package org.crossface.billing.account;

/** Why a charge was taken back. */
public enum ReversalReason {
    /** The clinical record was corrected; a new charge follows. */
    CORRECTED,
    /** The operation was a never event and is not billed. */
    NEVER_EVENT,
    /** The fact was recorded by mistake. */
    ENTERED_IN_ERROR
}
