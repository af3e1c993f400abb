package org.crossface.pathway.surgery.events;

import java.time.OffsetDateTime;
import org.crossface.pathway.vocabulary.ConcernsCase;
import org.crossface.platform.api.EventName;
import org.crossface.platform.api.Harmless;
import org.jspecify.annotations.Nullable;

/**
 * The time of the last drink and the last meal was asked.
 *
 * @param clearHours hours without clear liquid at the time of asking; null when none was taken since the day before
 * @param lightMealHours likewise for a light meal
 * @param fullMealHours likewise for a full meal
 */
@EventName("surgery.fasting-verified")
public record FastingVerified(
        @Harmless String pathwayId,
        @Harmless String factId,
        OffsetDateTime occurredAt,
        @Harmless String caseId,
        @Nullable OffsetDateTime lastClearAt,
        @Nullable OffsetDateTime lastLightMealAt,
        @Nullable OffsetDateTime lastFullMealAt,
        @Nullable Double clearHours,
        @Nullable Double lightMealHours,
        @Nullable Double fullMealHours)
        implements SurgeryFact, ConcernsCase {}
