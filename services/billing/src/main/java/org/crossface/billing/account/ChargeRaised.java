package org.crossface.billing.account;

import java.time.OffsetDateTime;
import java.util.List;
import org.crossface.platform.api.EventName;
import org.crossface.platform.api.Harmless;
import org.crossface.platform.api.Personal;
import org.jspecify.annotations.Nullable;

/**
 * A clinical fact became a charge. It is held until its documentation is complete.
 *
 * @param zone IANA name of the facility's time zone
 * @param payerRef opaque reference of the payer
 * @param authorizationNumber of the payer's authorisation
 * @param reversalOf the reversed charge that this one replaces
 * @param policyVersion under which the clinical fact was decided
 */
@EventName("billing.charge-raised")
public record ChargeRaised(
        @Harmless String accountId,
        @Harmless String pathwayId,
        @Harmless String chargeId,
        OffsetDateTime occurredAt,
        @Harmless String causeId,
        @Harmless String patientId,
        @Harmless String siteId,
        @Harmless("IANA time zone") String zone,
        BillableService service,
        @Harmless @Nullable String payerRef,
        @Personal @Nullable String authorizationNumber,
        @Harmless @Nullable String reversalOf,
        List<HoldReason> heldFor,
        @Harmless("a version") String policyVersion)
        implements BillingEvent {

    public ChargeRaised {
        heldFor = List.copyOf(heldFor);
    }
}
