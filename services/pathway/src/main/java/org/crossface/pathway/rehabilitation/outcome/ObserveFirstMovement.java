package org.crossface.pathway.rehabilitation.outcome;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.crossface.pathway.rehabilitation.events.FirstMovementObserved;
import org.crossface.pathway.rehabilitation.vocabulary.MovementObserver;
import org.crossface.pathway.rehabilitation.vocabulary.MovementTrigger;
import org.crossface.pathway.usecase.UseCase;
import org.crossface.pathway.vocabulary.FlapCommand;
import org.crossface.pathway.vocabulary.Phases;
import org.crossface.platform.api.FormField;
import org.crossface.platform.api.Role;
import org.jspecify.annotations.Nullable;

/** Records the first movement of the transferred muscle; there is only one. */
public record ObserveFirstMovement(
        @TargetAggregateIdentifier String pathwayId,
        OffsetDateTime occurredAt,
        @FormField(label = "Seen on") LocalDate seenOn,
        @FormField(label = "Seen by") MovementObserver observer,
        @FormField(label = "Triggered by") MovementTrigger trigger,

        @FormField(label = "Excursion", unit = "mm", min = 0, max = 20, step = 0.1)
        double excursionMm,

        @FormField(label = "Muscle", max = 64, help = "Needed when there are two") @Nullable
        String flapId)
        implements FlapCommand {

    /** Who gives it, when, and what judges it. */
    public static final UseCase<ObserveFirstMovement> USE_CASE = UseCase.of(
                    ObserveFirstMovement.class, "Observe first movement")
            .by(Role.SURGEON, Role.THERAPIST)
            .in(Phases.THERAPY)
            .answers("T-45", "T-46", "T-47")
            .requires(OutcomeRules.MUSCLE_IS_NAMED, OutcomeRules.FLAP_IS_ALIVE, OutcomeRules.MOVEMENT_IS_THE_FIRST)
            .checks(OutcomeRules.MOVEMENT_FOLLOWS_TRANSFER, OutcomeRules.EARLY_MOVEMENT_IS_WITNESSED)
            .records(FirstMovementObserved.class);
}
