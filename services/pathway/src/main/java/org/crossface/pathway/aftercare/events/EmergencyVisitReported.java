package org.crossface.pathway.aftercare.events;

import java.time.OffsetDateTime;
import org.crossface.pathway.aftercare.vocabulary.Relatedness;
import org.crossface.platform.api.EventName;
import org.crossface.platform.api.Harmless;
import org.crossface.platform.api.Personal;
import org.jspecify.annotations.Nullable;

/** The patient went to an emergency department. */
@EventName("aftercare.emergency-visit-reported")
public record EmergencyVisitReported(
        @Harmless String pathwayId,
        @Harmless String factId,
        OffsetDateTime occurredAt,
        @Personal String place,
        Relatedness related,
        @Personal @Nullable String note)
        implements AftercareFact {}
