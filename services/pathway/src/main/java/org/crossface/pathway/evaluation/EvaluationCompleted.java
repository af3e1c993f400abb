package org.crossface.pathway.evaluation;

import java.time.OffsetDateTime;
import org.crossface.platform.api.EventName;
import org.crossface.platform.api.Harmless;

/** All five factors and the baseline are recorded; a billable visit. */
@EventName("evaluation.evaluation-completed")
public record EvaluationCompleted(
        @Harmless String pathwayId,
        @Harmless String factId,
        OffsetDateTime occurredAt,
        @Harmless String evaluatorId) implements EvaluationFact {}
