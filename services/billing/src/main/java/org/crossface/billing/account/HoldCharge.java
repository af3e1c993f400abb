package org.crossface.billing.account;

import java.time.OffsetDateTime;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Keeps a charge from being released until the reason is gone. */
public record HoldCharge(
        @TargetAggregateIdentifier String accountId,
        OffsetDateTime occurredAt,
        String causeId,
        String chargeId,
        HoldReason reason)
        implements BillingCommand {}
