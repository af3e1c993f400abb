package org.crossface.pathway.rehabilitation.therapy;

import java.time.OffsetDateTime;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.crossface.pathway.rehabilitation.events.RehabilitationCompleted;
import org.crossface.pathway.rehabilitation.outcome.OutcomeRules;
import org.crossface.pathway.usecase.GeneralRules;
import org.crossface.pathway.usecase.UseCase;
import org.crossface.pathway.vocabulary.FlapCommand;
import org.crossface.pathway.vocabulary.Phases;
import org.crossface.platform.api.FormField;
import org.crossface.platform.api.Role;
import org.jspecify.annotations.Nullable;

/** Completes therapy, 18 months after stage two at the earliest (INV-47). */
public record CompleteRehabilitation(
        @TargetAggregateIdentifier String pathwayId,
        OffsetDateTime occurredAt,

        @FormField(label = "Note", max = 2000, multiline = true) @Nullable
        String note,

        @FormField(label = "Muscle", max = 64, help = "Needed when there are two") @Nullable
        String flapId)
        implements FlapCommand {

    /** Who gives it, when, and what judges it. */
    public static final UseCase<CompleteRehabilitation> USE_CASE = UseCase.of(
                    CompleteRehabilitation.class, "Complete therapy")
            .by(Role.THERAPIST)
            .in(Phases.THERAPY)
            .answers("T-44")
            .requires(
                    OutcomeRules.MUSCLE_IS_NAMED,
                    RehabilitationRules.THERAPY_IS_ACTIVE,
                    RehabilitationRules.THERAPY_LASTED_LONG_ENOUGH,
                    RehabilitationRules.FINAL_ASSESSMENT_IS_DONE,
                    GeneralRules.NOTHING_IS_CONTRADICTED)
            .records(RehabilitationCompleted.class);
}
