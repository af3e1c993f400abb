package org.crossface.pathway.rehabilitation;

import java.time.OffsetDateTime;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.crossface.pathway.PathwayCommand;
import org.crossface.pathway.Phases;
import org.crossface.pathway.UseCase;
import org.crossface.platform.api.Role;

/** Takes therapy up again. */
public record ResumeRehabilitation(
        @TargetAggregateIdentifier String pathwayId, OffsetDateTime occurredAt) implements PathwayCommand {

    /** Who gives it, when, and what judges it. */
    public static final UseCase<ResumeRehabilitation> USE_CASE = UseCase.of(
                    ResumeRehabilitation.class, "Resume therapy")
            .by(Role.THERAPIST)
            .in(Phases.THERAPY)
            .requires(RehabilitationRules.THERAPY_PAUSES);
}
