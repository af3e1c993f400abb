package org.crossface.pathway.rehabilitation.therapy;

import java.time.OffsetDateTime;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.crossface.pathway.rehabilitation.events.TherapyReviewed;
import org.crossface.pathway.rehabilitation.outcome.OutcomeRules;
import org.crossface.pathway.rehabilitation.vocabulary.TherapyCourse;
import org.crossface.pathway.usecase.UseCase;
import org.crossface.pathway.vocabulary.FlapCommand;
import org.crossface.pathway.vocabulary.Phases;
import org.crossface.platform.api.FormField;
import org.crossface.platform.api.Role;
import org.jspecify.annotations.Nullable;

/** Records a review of the therapy, as half-way through the programme (T-43). */
public record ReviewTherapy(
        @TargetAggregateIdentifier String pathwayId,
        OffsetDateTime occurredAt,
        @FormField(label = "Course") TherapyCourse course,

        @FormField(label = "Note", max = 2000, multiline = true) @Nullable
        String note,

        @FormField(label = "Muscle", max = 64, help = "Needed when there are two") @Nullable
        String flapId)
        implements FlapCommand {

    /** Who gives it, when, and what judges it. */
    public static final UseCase<ReviewTherapy> USE_CASE = UseCase.of(ReviewTherapy.class, "Review therapy")
            .answers("T-43")
            .by(Role.THERAPIST, Role.SURGEON)
            .in(Phases.THERAPY)
            .requires(OutcomeRules.MUSCLE_IS_NAMED, RehabilitationRules.THERAPY_CAN_BE_REVIEWED)
            .records(TherapyReviewed.class);
}
