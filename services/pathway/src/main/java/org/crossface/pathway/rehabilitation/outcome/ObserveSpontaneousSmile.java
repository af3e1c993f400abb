package org.crossface.pathway.rehabilitation.outcome;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.crossface.pathway.rehabilitation.events.SpontaneousSmileObserved;
import org.crossface.pathway.rehabilitation.vocabulary.SmileStimulus;
import org.crossface.pathway.rehabilitation.vocabulary.SpontaneousSmile;
import org.crossface.pathway.usecase.UseCase;
import org.crossface.pathway.vocabulary.PathwayCommand;
import org.crossface.pathway.vocabulary.Phases;
import org.crossface.platform.api.FormField;
import org.crossface.platform.api.Role;

/** Records whether the smile comes without thinking. */
public record ObserveSpontaneousSmile(
        @TargetAggregateIdentifier String pathwayId,
        OffsetDateTime occurredAt,
        @FormField(label = "Seen on") LocalDate seenOn,
        @FormField(label = "Stimulus") SmileStimulus stimulus,
        @FormField(label = "Spontaneous") SpontaneousSmile degree)
        implements PathwayCommand {

    /** Who gives it, when, and what judges it. */
    public static final UseCase<ObserveSpontaneousSmile> USE_CASE = UseCase.of(
                    ObserveSpontaneousSmile.class, "Observe spontaneous smile")
            .by(Role.SURGEON, Role.THERAPIST)
            .in(Phases.OUTCOME)
            .requires(OutcomeRules.MUSCLE_WAS_TRANSFERRED)
            .records(SpontaneousSmileObserved.class);
}
