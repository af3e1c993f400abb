package org.crossface.pathway.rehabilitation.therapy;

import java.time.OffsetDateTime;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.crossface.pathway.rehabilitation.events.RehabilitationStarted;
import org.crossface.pathway.rehabilitation.outcome.OutcomeRules;
import org.crossface.pathway.usecase.GeneralRules;
import org.crossface.pathway.usecase.UseCase;
import org.crossface.pathway.vocabulary.FlapCommand;
import org.crossface.pathway.vocabulary.Phases;
import org.crossface.platform.api.FormField;
import org.crossface.platform.api.Role;
import org.jspecify.annotations.Nullable;

/** Starts the therapy programme; its day zero is the date on which the muscle was transferred, whenever it starts. */
public record StartRehabilitation(
        @TargetAggregateIdentifier String pathwayId,
        OffsetDateTime occurredAt,

        @FormField(label = "Muscle", max = 64, help = "Needed when there are two") @Nullable
        String flapId)
        implements FlapCommand {

    /** Who gives it, when, and what judges it. */
    public static final UseCase<StartRehabilitation> USE_CASE = UseCase.of(StartRehabilitation.class, "Start therapy")
            .by(Role.THERAPIST)
            .in(Phases.THERAPY)
            .answers("T-40")
            .requires(
                    OutcomeRules.MUSCLE_WAS_TRANSFERRED,
                    OutcomeRules.MUSCLE_IS_NAMED,
                    RehabilitationRules.MUSCLE_IS_IN_USE,
                    RehabilitationRules.THERAPY_HAS_NOT_STARTED,
                    GeneralRules.NOTHING_IS_CONTRADICTED)
            .records(RehabilitationStarted.class);
}
