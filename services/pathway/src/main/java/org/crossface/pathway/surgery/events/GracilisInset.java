package org.crossface.pathway.surgery.events;

import java.time.OffsetDateTime;
import org.crossface.pathway.surgery.vocabulary.InsetInsertion;
import org.crossface.pathway.surgery.vocabulary.InsetOrigin;
import org.crossface.pathway.surgery.vocabulary.InsetTension;
import org.crossface.pathway.vocabulary.ConcernsCase;
import org.crossface.pathway.vocabulary.FaceSide;
import org.crossface.platform.api.EventName;
import org.crossface.platform.api.Harmless;

/**
 * The muscle was anchored in the face.
 *
 * @param vectors 1 to 3
 */
@EventName("surgery.gracilis-inset")
public record GracilisInset(
        @Harmless String pathwayId,
        @Harmless String factId,
        OffsetDateTime occurredAt,
        @Harmless String caseId,
        @Harmless String flapId,
        FaceSide faceSide,
        InsetOrigin origin,
        InsetInsertion insertion,
        int vectors,
        InsetTension tension)
        implements SurgeryFact, ConcernsCase {}
