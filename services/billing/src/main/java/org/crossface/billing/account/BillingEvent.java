package org.crossface.billing.account;

import java.time.OffsetDateTime;

/** A fact of one billing account, as it is stored for ever. */
public sealed interface BillingEvent permits ChargeRaised, ChargeHeld, ChargeReleased, ChargeReversed {

    String accountId();

    String pathwayId();

    String chargeId();

    /** Time of the fact that caused it, with the offset of its place. */
    OffsetDateTime occurredAt();

    /** Identifies the clinical fact or the request that caused it; the same cause has its effect on a charge once. */
    String causeId();
}
