package org.crossface.pathway.neurotization;

import java.time.OffsetDateTime;
import org.crossface.pathway.vocabulary.Phase;
import org.crossface.platform.api.EventName;
import org.crossface.platform.api.Harmless;

/**
 * The window ended without a confirmation; the surgeon has to decide.
 *
 * @param monthsSinceStageOne whole calendar months
 */
@EventName("neurotization.neurotization-window-lapsed")
public record NeurotizationWindowLapsed(
        @Harmless String pathwayId, @Harmless String factId, OffsetDateTime occurredAt, int monthsSinceStageOne)
        implements NeurotizationFact {
    @Override
    public Phase phaseAfter(Phase before) {
        return before == Phase.NEUROTIZING || before == Phase.STAGE1_DONE ? Phase.WINDOW_LAPSED : before;
    }
}
