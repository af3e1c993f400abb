package org.crossface.pathway.rehabilitation.events;

import java.time.OffsetDateTime;
import org.crossface.pathway.rehabilitation.vocabulary.StopReason;
import org.crossface.pathway.vocabulary.Phase;
import org.crossface.platform.api.EventName;
import org.crossface.platform.api.Harmless;
import org.crossface.platform.api.Personal;

/** Therapy ended before its time. */
@EventName("rehabilitation.rehabilitation-stopped-early")
public record RehabilitationStoppedEarly(
        @Harmless String pathwayId,
        @Harmless String factId,
        OffsetDateTime occurredAt,
        StopReason reason,
        @Personal String explanation)
        implements RehabilitationFact {
    @Override
    public Phase phaseAfter(Phase before) {
        return before == Phase.REHABILITATING ? Phase.OUTCOME_TRACKING : before;
    }
}
