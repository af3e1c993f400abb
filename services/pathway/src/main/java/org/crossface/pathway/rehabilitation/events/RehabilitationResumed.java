package org.crossface.pathway.rehabilitation.events;

import java.time.OffsetDateTime;
import org.crossface.platform.api.EventName;
import org.crossface.platform.api.Harmless;
import org.jspecify.annotations.Nullable;

/** Therapy goes on. */
@EventName(value = "rehabilitation.rehabilitation-resumed", revision = 2, upcasters = FlapNotNamed.class)
public record RehabilitationResumed(
        @Harmless String pathwayId,
        @Harmless String factId,
        OffsetDateTime occurredAt,
        @Harmless @Nullable String flapId)
        implements FlapFact {}
