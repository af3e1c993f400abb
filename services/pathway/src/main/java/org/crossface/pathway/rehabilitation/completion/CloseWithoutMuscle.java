package org.crossface.pathway.rehabilitation.completion;

import java.time.OffsetDateTime;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.crossface.pathway.rehabilitation.events.PathwayClosedWithoutMuscle;
import org.crossface.pathway.rehabilitation.vocabulary.ClosingReason;
import org.crossface.pathway.usecase.GeneralRules;
import org.crossface.pathway.usecase.UseCase;
import org.crossface.pathway.vocabulary.PathwayCommand;
import org.crossface.pathway.vocabulary.Phase;
import org.crossface.platform.api.FormField;
import org.crossface.platform.api.Role;
import org.jspecify.annotations.Nullable;

/**
 * Closes a pathway whose muscles were lost or do not function, when no other is transferred: there is no outcome to wait 24 months for. A
 * patient who is treated otherwise gets a plan that says so instead.
 */
public record CloseWithoutMuscle(
        @TargetAggregateIdentifier String pathwayId,
        OffsetDateTime occurredAt,
        @FormField(label = "Why no other muscle follows") ClosingReason reason,

        @FormField(label = "Note", max = 2000, multiline = true) @Nullable
        String note)
        implements PathwayCommand {

    /** Who gives it, when, and what judges it. */
    public static final UseCase<CloseWithoutMuscle> USE_CASE = UseCase.of(
                    CloseWithoutMuscle.class, "Close without a muscle")
            .by(Role.SURGEON)
            .in(Phase.REPLANNED)
            .requires(
                    CompletionRules.NO_MUSCLE_IS_IN_USE,
                    CompletionRules.TRANSFER_WAS_WATCHED,
                    CompletionRules.NO_COMPLICATION_IS_OPEN,
                    CompletionRules.NO_RED_FLAG_IS_OPEN,
                    GeneralRules.NOTHING_IS_CONTRADICTED)
            .records(PathwayClosedWithoutMuscle.class);
}
