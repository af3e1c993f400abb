package org.crossface.pathway.consent;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import org.crossface.pathway.vocabulary.Stage;
import org.crossface.platform.api.EventName;
import org.crossface.platform.api.Harmless;
import org.jspecify.annotations.Nullable;

/**
 * The validity of a consent is over, and no operation has used it (T-06).
 *
 * @param validUntil last day of its validity
 */
@EventName("consent.consent-expired")
public record ConsentExpired(
        @Harmless String pathwayId,
        @Harmless String factId,
        OffsetDateTime occurredAt,
        @Harmless String consentId,
        ConsentType type,
        @Nullable Stage stage,
        LocalDate validUntil)
        implements ConsentFact {}
