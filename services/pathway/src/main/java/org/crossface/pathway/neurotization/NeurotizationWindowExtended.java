package org.crossface.pathway.neurotization;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import org.crossface.pathway.vocabulary.Phase;
import org.crossface.platform.api.EventName;
import org.crossface.platform.api.Harmless;
import org.crossface.platform.api.Personal;

/** The graft has more time. */
@EventName("neurotization.neurotization-window-extended")
public record NeurotizationWindowExtended(
        @Harmless String pathwayId,
        @Harmless String factId,
        OffsetDateTime occurredAt,
        LocalDate until,
        @Personal String reason)
        implements NeurotizationFact {
    @Override
    public Phase phaseAfter(Phase before) {
        return before == Phase.WINDOW_LAPSED ? Phase.NEUROTIZING : before;
    }
}
