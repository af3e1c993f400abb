package org.crossface.pathway.consent;

import java.time.OffsetDateTime;
import org.crossface.pathway.vocabulary.Stage;
import org.crossface.platform.api.EventName;
import org.crossface.platform.api.Harmless;
import org.crossface.platform.api.Personal;
import org.jspecify.annotations.Nullable;

/** A consent was taken back. */
@EventName("consent.consent-revoked")
public record ConsentRevoked(
        @Harmless String pathwayId,
        @Harmless String factId,
        OffsetDateTime occurredAt,
        @Harmless String consentId,
        ConsentType type,
        @Nullable Stage stage,
        @Personal @Nullable String reason)
        implements ConsentFact {}
