package org.crossface.pathway.rehabilitation.events;

import java.time.OffsetDateTime;
import org.crossface.pathway.rehabilitation.vocabulary.PauseReason;
import org.crossface.platform.api.EventName;
import org.crossface.platform.api.Harmless;

/** Therapy pauses. */
@EventName("rehabilitation.rehabilitation-paused")
public record RehabilitationPaused(
        @Harmless String pathwayId, @Harmless String factId, OffsetDateTime occurredAt, PauseReason reason)
        implements RehabilitationFact {}
