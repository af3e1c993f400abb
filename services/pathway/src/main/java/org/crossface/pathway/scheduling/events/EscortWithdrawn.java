package org.crossface.pathway.scheduling.events;

import java.time.OffsetDateTime;
import org.crossface.pathway.vocabulary.Stage;
import org.crossface.platform.api.EventName;
import org.crossface.platform.api.Harmless;
import org.crossface.platform.api.Personal;
import org.jspecify.annotations.Nullable;

/** The named escort will not come. */
@EventName("scheduling.escort-withdrawn")
public record EscortWithdrawn(
        @Harmless String pathwayId,
        @Harmless String factId,
        OffsetDateTime occurredAt,
        Stage stage,
        @Personal @Nullable String reason)
        implements SchedulingFact {}
