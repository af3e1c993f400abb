package org.crossface.pathway.rehabilitation.outcome;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.crossface.pathway.rehabilitation.events.SpontaneousSmileObserved;
import org.crossface.pathway.rehabilitation.vocabulary.SmileStimulus;
import org.crossface.pathway.rehabilitation.vocabulary.SpontaneousSmile;
import org.crossface.pathway.usecase.UseCase;
import org.crossface.pathway.vocabulary.FlapCommand;
import org.crossface.pathway.vocabulary.Phases;
import org.crossface.platform.api.FormField;
import org.crossface.platform.api.Role;
import org.jspecify.annotations.Nullable;

/** Records whether the smile comes without thinking. */
public record ObserveSpontaneousSmile(
        @TargetAggregateIdentifier String pathwayId,
        OffsetDateTime occurredAt,
        @FormField(label = "Seen on") LocalDate seenOn,
        @FormField(label = "Stimulus") SmileStimulus stimulus,
        @FormField(label = "Spontaneous") SpontaneousSmile degree,

        @FormField(label = "Muscle", max = 64, help = "Needed when there are two") @Nullable
        String flapId)
        implements FlapCommand {

    /** Who gives it, when, and what judges it. */
    public static final UseCase<ObserveSpontaneousSmile> USE_CASE = UseCase.of(
                    ObserveSpontaneousSmile.class, "Observe spontaneous smile")
            .by(Role.SURGEON, Role.THERAPIST)
            .in(Phases.THERAPY)
            .requires(OutcomeRules.MUSCLE_WAS_TRANSFERRED, OutcomeRules.MUSCLE_IS_NAMED)
            .records(SpontaneousSmileObserved.class);
}
