package org.crossface.billing.account;

import java.time.OffsetDateTime;
import java.util.List;
import org.crossface.platform.api.EventName;
import org.crossface.platform.api.Harmless;
import org.crossface.platform.api.Personal;
import org.jspecify.annotations.Nullable;

/**
 * The reasons that hold a charge have changed: one was added, or one was removed and others remain.
 *
 * @param heldFor all reasons from now on
 * @param documentationRef the signed document behind the charge, once there is one
 * @param authorizationNumber of the payer's authorisation, once there is one
 */
@EventName("billing.charge-held")
public record ChargeHeld(
        @Harmless String accountId,
        @Harmless String pathwayId,
        @Harmless String chargeId,
        OffsetDateTime occurredAt,
        @Harmless String causeId,
        List<HoldReason> heldFor,
        @Harmless @Nullable String documentationRef,
        @Personal @Nullable String authorizationNumber)
        implements BillingEvent {

    public ChargeHeld {
        heldFor = List.copyOf(heldFor);
    }
}
