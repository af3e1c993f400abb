package org.crossface.pathway.evaluation.examination;

import java.time.OffsetDateTime;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.crossface.pathway.evaluation.EvaluationMissed;
import org.crossface.pathway.evaluation.MissedVisitReason;
import org.crossface.pathway.usecase.UseCase;
import org.crossface.pathway.vocabulary.PathwayCommand;
import org.crossface.pathway.vocabulary.Phase;
import org.crossface.pathway.vocabulary.Phases;
import org.crossface.platform.api.FormField;
import org.crossface.platform.api.Role;
import org.jspecify.annotations.Nullable;

/** Records that the evaluation visit did not take place, so that another one can be booked. */
public record MissEvaluation(
        @TargetAggregateIdentifier String pathwayId,
        OffsetDateTime occurredAt,
        @FormField(label = "Reason") MissedVisitReason reason,

        @FormField(label = "Note", max = 2000, multiline = true) @Nullable
        String note)
        implements PathwayCommand {

    /** Who gives it, when, and what judges it. */
    public static final UseCase<MissEvaluation> USE_CASE = UseCase.of(MissEvaluation.class, "Record missed evaluation")
            .by(Role.SURGICAL_COORDINATOR, Role.SURGEON)
            .in(Phases.with(Phases.EVALUATION, Phase.ON_HOLD, Phase.LOST_TO_FOLLOW_UP))
            .requires(EvaluationRules.VISIT_WAS_TO_BE, EvaluationRules.VISIT_DID_NOT_TAKE_PLACE)
            .records(EvaluationMissed.class);
}
