package org.crossface.pathway.rehabilitation.events;

import java.time.OffsetDateTime;
import org.crossface.pathway.rehabilitation.vocabulary.StopReason;
import org.crossface.pathway.vocabulary.Phase;
import org.crossface.platform.api.EventName;
import org.crossface.platform.api.Harmless;
import org.crossface.platform.api.Personal;
import org.jspecify.annotations.Nullable;

/** Therapy ended before its time. */
@EventName(value = "rehabilitation.rehabilitation-stopped-early", revision = 2, upcasters = FlapNotNamed.class)
public record RehabilitationStoppedEarly(
        @Harmless String pathwayId,
        @Harmless String factId,
        OffsetDateTime occurredAt,
        StopReason reason,
        @Personal String explanation,
        @Harmless @Nullable String flapId)
        implements FlapFact {
    @Override
    public Phase phaseAfter(Phase before) {
        return before == Phase.REHABILITATING ? Phase.OUTCOME_TRACKING : before;
    }
}
