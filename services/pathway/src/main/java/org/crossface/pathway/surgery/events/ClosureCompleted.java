package org.crossface.pathway.surgery.events;

import java.time.OffsetDateTime;
import org.crossface.pathway.vocabulary.ConcernsCase;
import org.crossface.pathway.vocabulary.Encounter;
import org.crossface.platform.api.EventName;
import org.crossface.platform.api.Harmless;

/** The wounds were closed. */
@EventName("surgery.closure-completed")
public record ClosureCompleted(
        @Harmless String pathwayId,
        @Harmless String factId,
        OffsetDateTime occurredAt,
        @Harmless String caseId) implements SurgeryFact, ConcernsCase, Encounter {}
