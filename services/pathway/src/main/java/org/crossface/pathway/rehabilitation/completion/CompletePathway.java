package org.crossface.pathway.rehabilitation.completion;

import java.time.OffsetDateTime;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.crossface.pathway.rehabilitation.events.PathwayCompleted;
import org.crossface.pathway.rehabilitation.vocabulary.OutcomeClass;
import org.crossface.pathway.usecase.GeneralRules;
import org.crossface.pathway.usecase.UseCase;
import org.crossface.pathway.vocabulary.PathwayCommand;
import org.crossface.pathway.vocabulary.Phase;
import org.crossface.platform.api.FormField;
import org.crossface.platform.api.Role;
import org.jspecify.annotations.Nullable;

/**
 * Completes the pathway, 24 months after the last muscle at work was transferred at the earliest (INV-50); planned anew it is completed when
 * one muscle is at work and no other follows.
 */
public record CompletePathway(
        @TargetAggregateIdentifier String pathwayId,
        OffsetDateTime occurredAt,
        @FormField(label = "Outcome") OutcomeClass outcome,

        @FormField(label = "Note", max = 2000, multiline = true) @Nullable
        String note)
        implements PathwayCommand {

    /** Who gives it, when, and what judges it. */
    public static final UseCase<CompletePathway> USE_CASE = UseCase.of(CompletePathway.class, "Complete pathway")
            .by(Role.SURGEON)
            .in(Phase.REHABILITATING, Phase.OUTCOME_TRACKING, Phase.REPLANNED)
            .answers("T-53")
            .requires(
                    CompletionRules.OUTCOME_WAS_FOLLOWED_LONG_ENOUGH,
                    CompletionRules.THERAPY_IS_CLOSED,
                    CompletionRules.FINAL_SET_IS_DONE,
                    CompletionRules.FINAL_SET_IS_IN_TIME,
                    CompletionRules.NO_COMPLICATION_IS_OPEN,
                    CompletionRules.NO_RED_FLAG_IS_OPEN,
                    GeneralRules.NOTHING_IS_CONTRADICTED)
            .records(PathwayCompleted.class);
}
