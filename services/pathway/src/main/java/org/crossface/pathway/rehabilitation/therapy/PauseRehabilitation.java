package org.crossface.pathway.rehabilitation.therapy;

import java.time.OffsetDateTime;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.crossface.pathway.rehabilitation.events.RehabilitationPaused;
import org.crossface.pathway.rehabilitation.outcome.OutcomeRules;
import org.crossface.pathway.rehabilitation.vocabulary.PauseReason;
import org.crossface.pathway.usecase.UseCase;
import org.crossface.pathway.vocabulary.FlapCommand;
import org.crossface.pathway.vocabulary.Phases;
import org.crossface.platform.api.FormField;
import org.crossface.platform.api.Role;
import org.jspecify.annotations.Nullable;

/** Pauses therapy. */
public record PauseRehabilitation(
        @TargetAggregateIdentifier String pathwayId,
        OffsetDateTime occurredAt,
        @FormField(label = "Reason") PauseReason reason,

        @FormField(label = "Muscle", max = 64, help = "Needed when there are two") @Nullable
        String flapId)
        implements FlapCommand {

    /** Who gives it, when, and what judges it. */
    public static final UseCase<PauseRehabilitation> USE_CASE = UseCase.of(PauseRehabilitation.class, "Pause therapy")
            .by(Role.THERAPIST)
            .in(Phases.THERAPY)
            .requires(OutcomeRules.MUSCLE_IS_NAMED, RehabilitationRules.THERAPY_IS_ACTIVE)
            .records(RehabilitationPaused.class);
}
