package org.crossface.pathway.consent;

import java.time.OffsetDateTime;
import org.crossface.pathway.vocabulary.Stage;
import org.crossface.platform.api.EventName;
import org.crossface.platform.api.Harmless;
import org.jspecify.annotations.Nullable;

/** A consent no longer fits the plan. */
@EventName("consent.consent-superseded")
public record ConsentSuperseded(
        @Harmless String pathwayId,
        @Harmless String factId,
        OffsetDateTime occurredAt,
        @Harmless String consentId,
        ConsentType type,
        @Nullable Stage stage,
        int planVersion)
        implements ConsentFact {}
