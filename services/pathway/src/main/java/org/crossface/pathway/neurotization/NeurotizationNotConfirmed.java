package org.crossface.pathway.neurotization;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import org.crossface.platform.api.EventName;
import org.crossface.platform.api.Harmless;
import org.crossface.platform.api.Personal;
import org.jspecify.annotations.Nullable;

/** The graft does not carry the signal yet. */
@EventName("neurotization.neurotization-not-confirmed")
public record NeurotizationNotConfirmed(
        @Harmless String pathwayId,
        @Harmless String factId,
        OffsetDateTime occurredAt,
        LocalDate nextReviewOn,
        @Personal @Nullable String note)
        implements NeurotizationFact {}
