package org.crossface.pathway.rehabilitation.therapy;

import java.time.OffsetDateTime;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.crossface.pathway.rehabilitation.events.RehabilitationResumed;
import org.crossface.pathway.rehabilitation.outcome.OutcomeRules;
import org.crossface.pathway.usecase.UseCase;
import org.crossface.pathway.vocabulary.FlapCommand;
import org.crossface.pathway.vocabulary.Phases;
import org.crossface.platform.api.FormField;
import org.crossface.platform.api.Role;
import org.jspecify.annotations.Nullable;

/** Takes therapy up again. */
public record ResumeRehabilitation(
        @TargetAggregateIdentifier String pathwayId,
        OffsetDateTime occurredAt,

        @FormField(label = "Muscle", max = 64, help = "Needed when there are two") @Nullable
        String flapId)
        implements FlapCommand {

    /** Who gives it, when, and what judges it. */
    public static final UseCase<ResumeRehabilitation> USE_CASE = UseCase.of(
                    ResumeRehabilitation.class, "Resume therapy")
            .by(Role.THERAPIST)
            .in(Phases.THERAPY)
            .requires(OutcomeRules.MUSCLE_IS_NAMED, RehabilitationRules.THERAPY_PAUSES)
            .records(RehabilitationResumed.class);
}
