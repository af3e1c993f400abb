package org.crossface.pathway.evaluation.examination;

import java.time.OffsetDateTime;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.crossface.pathway.evaluation.EvaluationScheduled;
import org.crossface.pathway.evaluation.VisitMode;
import org.crossface.pathway.usecase.UseCase;
import org.crossface.pathway.vocabulary.PathwayCommand;
import org.crossface.pathway.vocabulary.Phases;
import org.crossface.platform.api.FormField;
import org.crossface.platform.api.Role;

/** Books the evaluation visit. */
public record ScheduleEvaluation(
        @TargetAggregateIdentifier String pathwayId,
        OffsetDateTime occurredAt,

        @FormField(label = "Visit at", help = "Date and time of the visit")
        OffsetDateTime visitAt,

        @FormField(label = "Mode") VisitMode mode)
        implements PathwayCommand {

    /** Who gives it, when, and what judges it. */
    public static final UseCase<ScheduleEvaluation> USE_CASE = UseCase.of(ScheduleEvaluation.class, "Book evaluation")
            .by(Role.SURGICAL_COORDINATOR)
            .in(Phases.EVALUATION)
            .answers("T-01", "T-02")
            .records(EvaluationScheduled.class);
}
