package org.crossface.pathway.surgery.events;

import java.time.OffsetDateTime;
import org.crossface.pathway.surgery.vocabulary.CoaptationType;
import org.crossface.pathway.vocabulary.ConcernsCase;
import org.crossface.pathway.vocabulary.FaceSide;
import org.crossface.platform.api.EventName;
import org.crossface.platform.api.Harmless;

/**
 * The nerve of the flap was joined to the banked graft.
 *
 * @param massetericAdded whether the masseteric nerve was joined as well
 */
@EventName("surgery.obturator-to-graft-coapted")
public record ObturatorToGraftCoapted(
        @Harmless String pathwayId,
        @Harmless String factId,
        OffsetDateTime occurredAt,
        @Harmless String caseId,
        @Harmless String graftId,
        @Harmless String flapId,
        FaceSide faceSide,
        CoaptationType type,
        boolean massetericAdded)
        implements SurgeryFact, ConcernsCase {}
