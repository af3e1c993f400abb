package org.crossface.billing.account;

import java.time.OffsetDateTime;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Reverses a charge. A corrected charge is raised anew afterwards. */
public record ReverseCharge(
        @TargetAggregateIdentifier String accountId,
        OffsetDateTime occurredAt,
        String causeId,
        String chargeId,
        ReversalReason reason,
        String policyVersion)
        implements BillingCommand {}
