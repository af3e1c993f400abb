package org.crossface.pathway.surgery.events;

import java.time.OffsetDateTime;
import org.crossface.pathway.vocabulary.ConcernsCase;
import org.crossface.pathway.vocabulary.Encounter;
import org.crossface.platform.api.EventName;
import org.crossface.platform.api.Harmless;
import org.crossface.platform.api.Personal;
import org.jspecify.annotations.Nullable;

/** The first incision was made; the operation is in progress. */
@EventName("surgery.incision-made")
public record IncisionMade(
        @Harmless String pathwayId,
        @Harmless String factId,
        OffsetDateTime occurredAt,
        @Harmless String caseId,
        @Personal @Nullable String antibioticDeviation)
        implements SurgeryFact, ConcernsCase, Encounter {}
