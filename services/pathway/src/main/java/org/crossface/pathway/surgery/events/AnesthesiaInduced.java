package org.crossface.pathway.surgery.events;

import java.time.OffsetDateTime;
import org.crossface.pathway.surgery.vocabulary.AnesthesiaTechnique;
import org.crossface.pathway.vocabulary.ConcernsCase;
import org.crossface.pathway.vocabulary.Encounter;
import org.crossface.platform.api.EventName;
import org.crossface.platform.api.Harmless;

/** Anesthesia was induced; anesthesia time starts. */
@EventName("surgery.anesthesia-induced")
public record AnesthesiaInduced(
        @Harmless String pathwayId,
        @Harmless String factId,
        OffsetDateTime occurredAt,
        @Harmless String caseId,
        AnesthesiaTechnique technique)
        implements SurgeryFact, ConcernsCase, Encounter {}
