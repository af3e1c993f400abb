package org.crossface.pathway.aftercare.events;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import org.crossface.platform.api.EventName;
import org.crossface.platform.api.Harmless;
import org.crossface.platform.api.Personal;
import org.jspecify.annotations.Nullable;

/** A complication is over. */
@EventName("aftercare.complication-resolved")
public record ComplicationResolved(
        @Harmless String pathwayId,
        @Harmless String factId,
        OffsetDateTime occurredAt,
        @Harmless String complicationId,
        LocalDate resolvedOn,
        @Personal @Nullable String note)
        implements AftercareFact {}
