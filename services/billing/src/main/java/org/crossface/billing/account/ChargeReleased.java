package org.crossface.billing.account;

import java.time.OffsetDateTime;
import org.crossface.platform.api.EventName;
import org.crossface.platform.api.Harmless;
import org.crossface.platform.api.Personal;
import org.jspecify.annotations.Nullable;

/**
 * The documentation is complete and nothing else holds the charge: it goes to billing.
 *
 * @param documentationRef the signed document behind the charge
 * @param authorizationNumber of the payer's authorisation, if there is one
 */
@EventName("billing.charge-released")
public record ChargeReleased(
        @Harmless String accountId,
        @Harmless String pathwayId,
        @Harmless String chargeId,
        OffsetDateTime occurredAt,
        @Harmless String causeId,
        @Harmless String documentationRef,
        @Personal @Nullable String authorizationNumber)
        implements BillingEvent {}
