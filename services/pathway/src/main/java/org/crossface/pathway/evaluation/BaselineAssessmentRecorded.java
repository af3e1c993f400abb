package org.crossface.pathway.evaluation;

import java.time.OffsetDateTime;
import org.crossface.pathway.vocabulary.Encounter;
import org.crossface.platform.api.EventName;
import org.crossface.platform.api.Harmless;

/** Baseline grading, with computed totals. */
@EventName("evaluation.baseline-assessed")
public record BaselineAssessmentRecorded(
        @Harmless String pathwayId,
        @Harmless String factId,
        OffsetDateTime occurredAt,
        Assessment assessment,
        @Harmless String raterId)
        implements EvaluationFact, Encounter {}
