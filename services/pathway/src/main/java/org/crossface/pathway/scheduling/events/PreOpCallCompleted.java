package org.crossface.pathway.scheduling.events;

import java.time.OffsetDateTime;
import org.crossface.pathway.scheduling.vocabulary.PreOpCallOutcome;
import org.crossface.pathway.vocabulary.Stage;
import org.crossface.platform.api.EventName;
import org.crossface.platform.api.Harmless;
import org.crossface.platform.api.Personal;
import org.jspecify.annotations.Nullable;

/** A nurse called the patient before a booked operation. */
@EventName("scheduling.pre-op-call-completed")
public record PreOpCallCompleted(
        @Harmless String pathwayId,
        @Harmless String factId,
        OffsetDateTime occurredAt,
        Stage stage,
        PreOpCallOutcome outcome,
        @Personal @Nullable String note)
        implements SchedulingFact {}
