package org.crossface.pathway.rehabilitation.events;

import java.time.OffsetDateTime;
import org.crossface.pathway.rehabilitation.vocabulary.ClosingReason;
import org.crossface.pathway.vocabulary.Phase;
import org.crossface.platform.api.EventName;
import org.crossface.platform.api.Harmless;
import org.crossface.platform.api.Personal;
import org.jspecify.annotations.Nullable;

/** The pathway is over without a muscle at work: the only one was lost or did not function, and no other follows. Its goal was not met. */
@EventName("rehabilitation.pathway-closed-without-muscle")
public record PathwayClosedWithoutMuscle(
        @Harmless String pathwayId,
        @Harmless String factId,
        OffsetDateTime occurredAt,
        ClosingReason reason,
        @Personal @Nullable String note)
        implements RehabilitationFact {
    @Override
    public Phase phaseAfter(Phase before) {
        return Phase.COMPLETED;
    }
}
