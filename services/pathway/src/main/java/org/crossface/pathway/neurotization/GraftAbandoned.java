package org.crossface.pathway.neurotization;

import java.time.OffsetDateTime;
import org.crossface.pathway.vocabulary.Phase;
import org.crossface.platform.api.EventName;
import org.crossface.platform.api.Harmless;
import org.crossface.platform.api.Personal;
import org.jspecify.annotations.Nullable;

/** The graft is given up. */
@EventName("neurotization.graft-abandoned")
public record GraftAbandoned(
        @Harmless String pathwayId,
        @Harmless String factId,
        OffsetDateTime occurredAt,
        @Harmless String graftId,
        AbandonmentReason reason,
        @Personal @Nullable String note)
        implements NeurotizationFact {
    @Override
    public Phase phaseAfter(Phase before) {
        return Phase.REPLANNED;
    }
}
