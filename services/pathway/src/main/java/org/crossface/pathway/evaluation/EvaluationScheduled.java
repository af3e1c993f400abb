package org.crossface.pathway.evaluation;

import java.time.OffsetDateTime;
import org.crossface.platform.api.EventName;
import org.crossface.platform.api.Harmless;

/** An evaluation visit was booked. */
@EventName("evaluation.visit-scheduled")
public record EvaluationScheduled(
        @Harmless String pathwayId,
        @Harmless String factId,
        OffsetDateTime occurredAt,
        OffsetDateTime visitAt,
        VisitMode mode)
        implements EvaluationFact {}
