package org.crossface.pathway.rehabilitation.therapy;

import java.time.OffsetDateTime;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.crossface.pathway.rehabilitation.events.RehabilitationStarted;
import org.crossface.pathway.rehabilitation.outcome.OutcomeRules;
import org.crossface.pathway.usecase.GeneralRules;
import org.crossface.pathway.usecase.UseCase;
import org.crossface.pathway.vocabulary.PathwayCommand;
import org.crossface.pathway.vocabulary.Phase;
import org.crossface.platform.api.Role;

/** Starts the therapy programme; its day zero is the date of stage two, whenever it starts. */
public record StartRehabilitation(@TargetAggregateIdentifier String pathwayId, OffsetDateTime occurredAt)
        implements PathwayCommand {

    /** Who gives it, when, and what judges it. */
    public static final UseCase<StartRehabilitation> USE_CASE = UseCase.of(StartRehabilitation.class, "Start therapy")
            .by(Role.THERAPIST)
            .in(Phase.STAGE2_DONE)
            .answers("T-40")
            .requires(
                    OutcomeRules.MUSCLE_WAS_TRANSFERRED,
                    RehabilitationRules.THERAPY_HAS_NOT_STARTED,
                    GeneralRules.NOTHING_IS_CONTRADICTED)
            .records(RehabilitationStarted.class);
}
