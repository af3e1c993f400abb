package org.crossface.billing.account;

import java.time.OffsetDateTime;
import java.util.List;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;

/**
 * Makes a charge of a clinical fact.
 *
 * @param heldFor reasons besides the unsigned operation record, which holds every charge at first
 */
public record RaiseCharge(
        @TargetAggregateIdentifier String accountId,
        OffsetDateTime occurredAt,
        String causeId,
        String pathwayId,
        String patientId,
        String siteId,
        String zone,
        BillableService service,
        @Nullable String payerRef,
        @Nullable String authorizationNumber,
        @Nullable String reversalOf,
        List<HoldReason> heldFor,
        String policyVersion)
        implements BillingCommand {

    public RaiseCharge {
        heldFor = List.copyOf(heldFor);
    }

    /** The same charge, raised because of another fact in the place of one that was reversed. */
    public RaiseCharge because(String fact, OffsetDateTime at, @Nullable String reversed) {
        return new RaiseCharge(
                accountId,
                at,
                fact,
                pathwayId,
                patientId,
                siteId,
                zone,
                service,
                payerRef,
                authorizationNumber,
                reversed,
                heldFor,
                policyVersion);
    }
}
