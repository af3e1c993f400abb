package org.crossface.pathway.rehabilitation.events;

import java.time.OffsetDateTime;
import org.crossface.pathway.rehabilitation.vocabulary.PauseReason;
import org.crossface.platform.api.EventName;
import org.crossface.platform.api.Harmless;
import org.jspecify.annotations.Nullable;

/** Therapy pauses. */
@EventName(value = "rehabilitation.rehabilitation-paused", revision = 2, upcasters = FlapNotNamed.class)
public record RehabilitationPaused(
        @Harmless String pathwayId,
        @Harmless String factId,
        OffsetDateTime occurredAt,
        PauseReason reason,
        @Harmless @Nullable String flapId)
        implements FlapFact {}
