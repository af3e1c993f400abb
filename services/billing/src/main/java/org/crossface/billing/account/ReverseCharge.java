package org.crossface.billing.account;

import java.time.OffsetDateTime;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Takes a charge back. A corrected charge is raised anew after this. */
public record ReverseCharge(
        @TargetAggregateIdentifier String accountId,
        OffsetDateTime occurredAt,
        String causeId,
        String chargeId,
        ReversalReason reason,
        String policyVersion)
        implements BillingCommand {}
