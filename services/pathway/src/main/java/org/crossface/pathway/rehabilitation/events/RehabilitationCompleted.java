package org.crossface.pathway.rehabilitation.events;

import java.time.OffsetDateTime;
import org.crossface.pathway.vocabulary.Phase;
import org.crossface.platform.api.EventName;
import org.crossface.platform.api.Harmless;
import org.crossface.platform.api.Personal;
import org.jspecify.annotations.Nullable;

/** Therapy was carried through. */
@EventName("rehabilitation.rehabilitation-completed")
public record RehabilitationCompleted(
        @Harmless String pathwayId,
        @Harmless String factId,
        OffsetDateTime occurredAt,
        @Personal @Nullable String note) implements RehabilitationFact {
    @Override
    public Phase phaseAfter(Phase before) {
        return before == Phase.REHABILITATING ? Phase.OUTCOME_TRACKING : before;
    }
}
