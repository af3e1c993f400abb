package org.crossface.pathway.surgery.events;

import java.time.OffsetDateTime;
import org.crossface.pathway.surgery.vocabulary.AnastomosisTechnique;
import org.crossface.pathway.surgery.vocabulary.CoaptationType;
import org.crossface.pathway.surgery.vocabulary.RecipientVessel;
import org.crossface.pathway.vocabulary.ConcernsCase;
import org.crossface.pathway.vocabulary.FaceSide;
import org.crossface.platform.api.EventName;
import org.crossface.platform.api.Harmless;
import org.crossface.platform.api.Personal;
import org.jspecify.annotations.Nullable;

/**
 * A vein of the flap was joined.
 *
 * @param couplerMm mm, 1.0 to 4.0
 */
@EventName("surgery.venous-anastomosis-completed")
public record VenousAnastomosisCompleted(
        @Harmless String pathwayId,
        @Harmless String factId,
        OffsetDateTime occurredAt,
        @Harmless String caseId,
        @Harmless String flapId,
        RecipientVessel recipientVessel,
        @Personal @Nullable String vesselReason,
        FaceSide faceSide,
        AnastomosisTechnique technique,
        CoaptationType configuration,
        @Nullable Double couplerMm,
        boolean patencyConfirmed)
        implements SurgeryFact, ConcernsCase {}
