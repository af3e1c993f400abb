package org.crossface.pathway.surgery.events;

import java.time.OffsetDateTime;
import org.crossface.pathway.vocabulary.BodySide;
import org.crossface.pathway.vocabulary.ConcernsCase;
import org.crossface.platform.api.EventName;
import org.crossface.platform.api.Harmless;

/**
 * The gracilis was taken from a thigh; ischemia starts when its pedicle is divided.
 *
 * @param lengthCm cm, 6 to 16
 * @param widthCm cm, 1.5 to 8
 * @param weightG g, 5 to 80
 * @param pedicleArteryMm mm, 0.5 to 3
 * @param veins 1 to 3
 * @param nerveLengthCm cm, 2 to 15
 */
@EventName("surgery.gracilis-harvested")
public record GracilisHarvested(
        @Harmless String pathwayId,
        @Harmless String factId,
        OffsetDateTime occurredAt,
        @Harmless String caseId,
        @Harmless String flapId,
        BodySide thighSide,
        double lengthCm,
        double widthCm,
        double weightG,
        double pedicleArteryMm,
        int veins,
        double nerveLengthCm,
        OffsetDateTime pedicleDividedAt)
        implements SurgeryFact, ConcernsCase {}
