package org.crossface.pathway.evaluation;

import org.crossface.pathway.vocabulary.PathwayEvent;
import org.crossface.pathway.vocabulary.Phase;

/** A fact of the evaluation; the first of them starts it. */
public sealed interface EvaluationFact extends PathwayEvent
        permits LateralityCorrected,
                EvaluationScheduled,
                EvaluationMissed,
                PatientGoalsRecorded,
                ParalysisCharacterised,
                HealthySideFunctionConfirmed,
                BaselineAssessmentRecorded,
                EfaceRecorded,
                EvaluationCompleted {
    @Override
    default Phase phaseAfter(Phase before) {
        return before == Phase.REFERRED || before == Phase.DEFERRED ? Phase.UNDER_EVALUATION : before;
    }
}
