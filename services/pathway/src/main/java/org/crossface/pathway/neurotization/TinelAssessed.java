package org.crossface.pathway.neurotization;

import java.time.OffsetDateTime;
import org.crossface.pathway.vocabulary.Encounter;
import org.crossface.pathway.vocabulary.Phase;
import org.crossface.platform.api.EventName;
import org.crossface.platform.api.Harmless;
import org.crossface.platform.api.Personal;
import org.jspecify.annotations.Nullable;

/**
 * The graft was percussed.
 *
 * @param advanceMm farthest point with tingling, from the donor coaptation, 0 to 250
 */
@EventName("neurotization.tinel-assessed")
public record TinelAssessed(
        @Harmless String pathwayId,
        @Harmless String factId,
        OffsetDateTime occurredAt,
        boolean present,
        double advanceMm,
        boolean atDistalEnd,
        @Harmless("identifier of a practitioner") String examiner,
        @Personal @Nullable String comment)
        implements NeurotizationFact, Encounter {
    @Override
    public Phase phaseAfter(Phase before) {
        return before == Phase.STAGE1_DONE ? Phase.NEUROTIZING : before;
    }
}
