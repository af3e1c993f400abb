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
 * @param lengthUnknown computed: no length of the graft is on record against which the advance could be measured (INV-23)
 * @param advanceMm farthest point with tingling, from the donor coaptation, 0 to 250
 */
@EventName(value = "neurotization.tinel-assessed", revision = 2, upcasters = LengthTakenAsKnown.class)
public record TinelAssessed(
        @Harmless String pathwayId,
        @Harmless String factId,
        OffsetDateTime occurredAt,
        boolean present,
        double advanceMm,
        boolean atDistalEnd,
        @Harmless("identifier of a practitioner") String examiner,
        @Personal @Nullable String comment,
        boolean lengthUnknown)
        implements NeurotizationFact, Encounter {
    @Override
    public Phase phaseAfter(Phase before) {
        return before == Phase.STAGE1_DONE ? Phase.NEUROTIZING : before;
    }
}
