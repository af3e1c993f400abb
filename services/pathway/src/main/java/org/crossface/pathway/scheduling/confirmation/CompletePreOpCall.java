package org.crossface.pathway.scheduling.confirmation;

import java.time.OffsetDateTime;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.crossface.pathway.scheduling.events.PreOpCallCompleted;
import org.crossface.pathway.scheduling.vocabulary.PreOpCallOutcome;
import org.crossface.pathway.usecase.UseCase;
import org.crossface.pathway.vocabulary.Phases;
import org.crossface.pathway.vocabulary.Stage;
import org.crossface.pathway.vocabulary.StageCommand;
import org.crossface.platform.api.FormField;
import org.crossface.platform.api.Role;
import org.jspecify.annotations.Nullable;

/** Records the call in the days before a booked operation (P4, T-09). */
public record CompletePreOpCall(
        @TargetAggregateIdentifier String pathwayId,
        OffsetDateTime occurredAt,
        @FormField(label = "Stage") Stage stage,

        @FormField(label = "Outcome", help = "A patient who may not come is made known to the coordinators at once")
        PreOpCallOutcome outcome,

        @FormField(label = "Note", max = 2000, multiline = true) @Nullable
        String note)
        implements StageCommand {

    /** Who gives it, when, and what judges it. */
    public static final UseCase<CompletePreOpCall> USE_CASE = UseCase.of(CompletePreOpCall.class, "Record pre-op call")
            .answers("T-09")
            .by(Role.PREOP_NURSE, Role.SURGICAL_COORDINATOR)
            .in(Phases.PREPARATION)
            .requires(ConfirmationRules.OPERATION_IS_BOOKED)
            .records(PreOpCallCompleted.class);
}
