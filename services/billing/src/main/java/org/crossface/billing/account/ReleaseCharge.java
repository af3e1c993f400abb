package org.crossface.billing.account;

import java.time.OffsetDateTime;
import java.util.List;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;

/**
 * Releases a charge, with evidence that removes the reasons that hold it. When other reasons remain, the evidence is kept and the charge
 * stays held.
 *
 * @param documentationRef the operation record that is now signed
 * @param authorizationNumber of the payer's authorisation that has now come
 * @param settled what a person has reviewed and lets go
 */
public record ReleaseCharge(
        @TargetAggregateIdentifier String accountId,
        OffsetDateTime occurredAt,
        String causeId,
        String chargeId,
        @Nullable String documentationRef,
        @Nullable String authorizationNumber,
        List<HoldReason> settled)
        implements BillingCommand {

    public ReleaseCharge {
        settled = List.copyOf(settled);
    }
}
