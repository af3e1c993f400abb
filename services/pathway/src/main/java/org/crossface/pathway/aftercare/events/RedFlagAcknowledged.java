package org.crossface.pathway.aftercare.events;

import java.time.OffsetDateTime;
import org.crossface.platform.api.EventName;
import org.crossface.platform.api.Harmless;

/** Somebody who may act took over the red flag. */
@EventName("aftercare.red-flag-acknowledged")
public record RedFlagAcknowledged(
        @Harmless String pathwayId,
        @Harmless String factId,
        OffsetDateTime occurredAt,
        @Harmless String flagId,
        @Harmless String acknowledgedBy)
        implements AftercareFact {}
