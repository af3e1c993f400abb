package org.crossface.pathway.evaluation;

import java.time.OffsetDateTime;
import java.util.List;
import org.crossface.pathway.vocabulary.Encounter;
import org.crossface.platform.api.EventName;
import org.crossface.platform.api.Harmless;
import org.crossface.platform.api.Personal;

/** What the patient wants, in order of priority. */
@EventName("evaluation.goals-recorded")
public record PatientGoalsRecorded(
        @Harmless String pathwayId,
        @Harmless String factId,
        OffsetDateTime occurredAt,
        @Personal String goals,
        List<Goal> priorities)
        implements EvaluationFact, Encounter {}
