package org.crossface.pathway.surgery.events;

import java.time.OffsetDateTime;
import org.crossface.pathway.surgery.vocabulary.CoaptationType;
import org.crossface.pathway.vocabulary.ConcernsCase;
import org.crossface.pathway.vocabulary.FaceSide;
import org.crossface.platform.api.EventName;
import org.crossface.platform.api.Harmless;

/** The nerve of the flap was joined to the masseteric nerve alone. */
@EventName("surgery.obturator-to-masseteric-coapted")
public record ObturatorToMassetericCoapted(
        @Harmless String pathwayId,
        @Harmless String factId,
        OffsetDateTime occurredAt,
        @Harmless String caseId,
        @Harmless String flapId,
        FaceSide faceSide,
        CoaptationType type)
        implements SurgeryFact, ConcernsCase {}
