package org.crossface.pathway.rehabilitation.events;

import java.time.OffsetDateTime;
import org.crossface.pathway.vocabulary.Phase;
import org.crossface.platform.api.EventName;
import org.crossface.platform.api.Harmless;
import org.crossface.platform.api.Personal;
import org.jspecify.annotations.Nullable;

/** Therapy was carried through. */
@EventName(value = "rehabilitation.rehabilitation-completed", revision = 2, upcasters = FlapNotNamed.class)
public record RehabilitationCompleted(
        @Harmless String pathwayId,
        @Harmless String factId,
        OffsetDateTime occurredAt,
        @Personal @Nullable String note,
        @Harmless @Nullable String flapId)
        implements FlapFact {
    @Override
    public Phase phaseAfter(Phase before) {
        return before == Phase.REHABILITATING ? Phase.OUTCOME_TRACKING : before;
    }
}
