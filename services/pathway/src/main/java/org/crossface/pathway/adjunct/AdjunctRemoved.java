package org.crossface.pathway.adjunct;

import java.time.OffsetDateTime;
import org.crossface.pathway.vocabulary.Encounter;
import org.crossface.platform.api.EventName;
import org.crossface.platform.api.Harmless;
import org.crossface.platform.api.Personal;

/** What an earlier procedure left in the patient was taken out. */
@EventName("adjunct.removed")
public record AdjunctRemoved(
        @Harmless String pathwayId,
        @Harmless String factId,
        OffsetDateTime occurredAt,
        @Harmless String adjunctId,
        @Personal String reason)
        implements AdjunctFact, Encounter {}
