package org.crossface.pathway.rehabilitation.events;

import java.time.OffsetDateTime;
import org.crossface.pathway.rehabilitation.vocabulary.OutcomeClass;
import org.crossface.pathway.vocabulary.Phase;
import org.crossface.platform.api.EventName;
import org.crossface.platform.api.Harmless;
import org.crossface.platform.api.Personal;
import org.jspecify.annotations.Nullable;

/** The pathway is complete. */
@EventName("rehabilitation.pathway-completed")
public record PathwayCompleted(
        @Harmless String pathwayId,
        @Harmless String factId,
        OffsetDateTime occurredAt,
        OutcomeClass outcome,
        @Personal @Nullable String note)
        implements RehabilitationFact {
    @Override
    public Phase phaseAfter(Phase before) {
        return Phase.COMPLETED;
    }
}
