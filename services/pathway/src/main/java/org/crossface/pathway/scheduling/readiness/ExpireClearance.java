package org.crossface.pathway.scheduling.readiness;

import java.time.OffsetDateTime;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.crossface.pathway.scheduling.events.PreOpClearanceExpired;
import org.crossface.pathway.usecase.UseCase;
import org.crossface.pathway.vocabulary.Phases;
import org.crossface.pathway.vocabulary.Stage;
import org.crossface.pathway.vocabulary.StageCommand;
import org.crossface.platform.api.FormField;
import org.crossface.platform.api.Role;

/** Ends a clearance whose last day is over; Crossface sends it (T-08). */
public record ExpireClearance(
        @TargetAggregateIdentifier String pathwayId,
        OffsetDateTime occurredAt,
        @FormField(label = "Stage") Stage stage) implements StageCommand {

    /** Who gives it, when, and what judges it. */
    public static final UseCase<ExpireClearance> USE_CASE = UseCase.of(
                    ExpireClearance.class, "Let the clearance expire")
            .by(Role.SYSTEM)
            .in(Phases.OPEN)
            .requires(ReadinessRules.CLEARANCE_IS_OVER, ReadinessRules.CLEARANCE_WAS_NOT_USED)
            .records(PreOpClearanceExpired.class);
}
