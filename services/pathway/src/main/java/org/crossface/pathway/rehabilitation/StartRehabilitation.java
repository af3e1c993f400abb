package org.crossface.pathway.rehabilitation;

import java.time.OffsetDateTime;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.crossface.pathway.PathwayCommand;
import org.crossface.pathway.Phase;
import org.crossface.pathway.UseCase;
import org.crossface.platform.api.Role;

/** Starts the therapy programme; its day zero is the date of stage two, whenever it starts. */
public record StartRehabilitation(@TargetAggregateIdentifier String pathwayId, OffsetDateTime occurredAt)
        implements PathwayCommand {

    /** Who gives it, when, and what judges it. */
    public static final UseCase<StartRehabilitation> USE_CASE = UseCase.of(StartRehabilitation.class, "Start therapy")
            .by(Role.THERAPIST)
            .in(Phase.STAGE2_DONE)
            .answers("T-40")
            .requires(RehabilitationRules.MUSCLE_WAS_TRANSFERRED, RehabilitationRules.THERAPY_HAS_NOT_STARTED);
}
