package org.crossface.pathway.rehabilitation.events;

import java.time.OffsetDateTime;
import org.crossface.platform.api.EventName;
import org.crossface.platform.api.Harmless;

/** Therapy goes on. */
@EventName("rehabilitation.rehabilitation-resumed")
public record RehabilitationResumed(
        @Harmless String pathwayId, @Harmless String factId, OffsetDateTime occurredAt) implements RehabilitationFact {}
