package org.crossface.billing.account;

import java.time.OffsetDateTime;

/** A command to one billing account. */
public sealed interface BillingCommand permits RaiseCharge, HoldCharge, ReleaseCharge, ReverseCharge {

    /** See {@link BillingAccount#idFor}. */
    String accountId();

    /** Time of the fact that caused it, with the offset of its place. */
    OffsetDateTime occurredAt();

    /** Identifies the clinical fact or the request that caused it; a repeat with the same cause is ignored. */
    String causeId();
}
