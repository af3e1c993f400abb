package org.crossface.pathway.aftercare.events;

import java.time.OffsetDateTime;
import org.crossface.pathway.vocabulary.Encounter;
import org.crossface.platform.api.EventName;
import org.crossface.platform.api.Harmless;
import org.crossface.platform.api.Personal;
import org.jspecify.annotations.Nullable;

/** The feeling at the foot edge was examined; numbness is an expected sequela, no complication. */
@EventName("aftercare.donor-sensation-assessed")
public record DonorSensationAssessed(
        @Harmless String pathwayId,
        @Harmless String factId,
        OffsetDateTime occurredAt,
        int numbAreaCm2,
        boolean coldSensitive,
        int pain,
        boolean functionalLimit,
        @Personal @Nullable String note)
        implements AftercareFact, Encounter {}
