package org.crossface.pathway.evaluation.examination;

import java.time.OffsetDateTime;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.crossface.pathway.evaluation.EvaluationCompleted;
import org.crossface.pathway.usecase.UseCase;
import org.crossface.pathway.vocabulary.PathwayCommand;
import org.crossface.pathway.vocabulary.Phases;
import org.crossface.platform.api.Role;

/** Completes the evaluation once all five factors and the baseline are there (INV-09). */
public record CompleteEvaluation(@TargetAggregateIdentifier String pathwayId, OffsetDateTime occurredAt)
        implements PathwayCommand {

    /** Who gives it, when, and what judges it. */
    public static final UseCase<CompleteEvaluation> USE_CASE = UseCase.of(
                    CompleteEvaluation.class, "Complete evaluation")
            .by(Role.SURGEON)
            .in(Phases.EVALUATION)
            .answers("T-03")
            .requires(
                    EvaluationRules.GOALS_ARE_KNOWN,
                    EvaluationRules.BIRTH_DATE_IS_KNOWN,
                    EvaluationRules.PARALYSIS_IS_KNOWN,
                    EvaluationRules.BASELINE_IS_GRADED)
            .records(EvaluationCompleted.class);
}
