package org.crossface.pathway.rehabilitation.therapy;

import java.time.OffsetDateTime;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.crossface.pathway.rehabilitation.events.RehabilitationResumed;
import org.crossface.pathway.usecase.UseCase;
import org.crossface.pathway.vocabulary.PathwayCommand;
import org.crossface.pathway.vocabulary.Phases;
import org.crossface.platform.api.Role;

/** Takes therapy up again. */
public record ResumeRehabilitation(
        @TargetAggregateIdentifier String pathwayId, OffsetDateTime occurredAt) implements PathwayCommand {

    /** Who gives it, when, and what judges it. */
    public static final UseCase<ResumeRehabilitation> USE_CASE = UseCase.of(
                    ResumeRehabilitation.class, "Resume therapy")
            .by(Role.THERAPIST)
            .in(Phases.THERAPY)
            .requires(RehabilitationRules.THERAPY_PAUSES)
            .records(RehabilitationResumed.class);
}
