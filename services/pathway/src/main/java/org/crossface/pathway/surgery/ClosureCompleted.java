package org.crossface.pathway.surgery;

import java.time.OffsetDateTime;
import org.crossface.pathway.ConcernsCase;
import org.crossface.pathway.Encounter;
import org.crossface.platform.api.EventName;
import org.crossface.platform.api.Harmless;

/** The wounds were closed. */
@EventName("surgery.closure-completed")
public record ClosureCompleted(
        @Harmless String pathwayId,
        @Harmless String factId,
        OffsetDateTime occurredAt,
        @Harmless String caseId) implements SurgeryFact, ConcernsCase, Encounter {}
