package org.crossface.pathway.oversight;

import java.time.OffsetDateTime;
import org.crossface.pathway.vocabulary.Phase;
import org.crossface.platform.api.EventName;
import org.crossface.platform.api.Harmless;
import org.crossface.platform.api.Personal;
import org.jspecify.annotations.Nullable;

/** The pathway goes on. */
@EventName("oversight.pathway-resumed")
public record PathwayResumed(
        @Harmless String pathwayId,
        @Harmless String factId,
        OffsetDateTime occurredAt,
        Phase phaseNow,
        @Personal @Nullable String note)
        implements OversightFact {}
