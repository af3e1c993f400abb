package org.crossface.pathway.aftercare.events;

import java.time.OffsetDateTime;
import org.crossface.pathway.aftercare.vocabulary.ClavienDindo;
import org.crossface.platform.api.EventName;
import org.crossface.platform.api.Harmless;
import org.crossface.platform.api.Personal;
import org.jspecify.annotations.Nullable;

/** A complication has another grade. */
@EventName("aftercare.complication-regraded")
public record ComplicationRegraded(
        @Harmless String pathwayId,
        @Harmless String factId,
        OffsetDateTime occurredAt,
        @Harmless String complicationId,
        ClavienDindo grade,
        boolean disability,
        @Harmless @Nullable String operatingCaseId,
        @Personal String reason)
        implements AftercareFact {}
