package org.crossface.pathway.aftercare.events;

import java.time.OffsetDateTime;
import org.crossface.platform.api.EventName;
import org.crossface.platform.api.Harmless;
import org.crossface.platform.api.Personal;

/** The red flag is closed. */
@EventName("aftercare.red-flag-resolved")
public record RedFlagResolved(
        @Harmless String pathwayId,
        @Harmless String factId,
        OffsetDateTime occurredAt,
        @Harmless String flagId,
        @Personal String resolution)
        implements AftercareFact {}
