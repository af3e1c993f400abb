package org.crossface.billing.account;

import java.time.OffsetDateTime;
import org.crossface.platform.api.EventName;
import org.crossface.platform.api.Harmless;

/**
 * A charge was reversed. Billing receives the reversal if the charge had been released.
 *
 * @param reversalId identifies the reversal itself
 * @param policyVersion under which it was decided
 */
@EventName("billing.charge-reversed")
public record ChargeReversed(
        @Harmless String accountId,
        @Harmless String pathwayId,
        @Harmless String chargeId,
        OffsetDateTime occurredAt,
        @Harmless String causeId,
        @Harmless String reversalId,
        ReversalReason reason,
        @Harmless("a version") String policyVersion)
        implements BillingEvent {}
