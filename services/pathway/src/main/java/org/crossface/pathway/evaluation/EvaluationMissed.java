package org.crossface.pathway.evaluation;

import java.time.OffsetDateTime;
import org.crossface.platform.api.EventName;
import org.crossface.platform.api.Harmless;
import org.crossface.platform.api.Personal;
import org.jspecify.annotations.Nullable;

/** The evaluation visit that was booked did not take place; another one can be booked. */
@EventName("evaluation.visit-missed")
public record EvaluationMissed(
        @Harmless String pathwayId,
        @Harmless String factId,
        OffsetDateTime occurredAt,
        MissedVisitReason reason,
        @Personal @Nullable String note)
        implements EvaluationFact {}
