package org.crossface.billing.account;

import java.time.OffsetDateTime;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Holds a charge until the reason is removed. */
public record HoldCharge(
        @TargetAggregateIdentifier String accountId,
        OffsetDateTime occurredAt,
        String causeId,
        String chargeId,
        HoldReason reason)
        implements BillingCommand {}
