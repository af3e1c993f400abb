package org.crossface.pathway.surgery.events;

import java.time.OffsetDateTime;
import org.crossface.pathway.surgery.vocabulary.HarvestTechnique;
import org.crossface.pathway.surgery.vocabulary.SuralHarvestLevel;
import org.crossface.pathway.vocabulary.BodySide;
import org.crossface.pathway.vocabulary.ConcernsCase;
import org.crossface.platform.api.EventName;
import org.crossface.platform.api.Harmless;
import org.jspecify.annotations.Nullable;

/**
 * The sural nerve was taken from a lower leg.
 *
 * @param lengthCm cm, 8.0 to 40.0
 * @param incisions 1 to 6
 * @param residualLengthCm cm of nerve left in the leg, if recorded
 * @param level whether the upper part was spared, if recorded
 */
@EventName(value = "surgery.sural-nerve-harvested", revision = 2, upcasters = HarvestWithLevel.class)
public record SuralNerveHarvested(
        @Harmless String pathwayId,
        @Harmless String factId,
        OffsetDateTime occurredAt,
        @Harmless String caseId,
        @Harmless String graftId,
        BodySide legSide,
        double lengthCm,
        HarvestTechnique technique,
        int incisions,
        boolean reversed,
        @Nullable Double residualLengthCm,
        @Nullable SuralHarvestLevel level)
        implements SurgeryFact, ConcernsCase {}
