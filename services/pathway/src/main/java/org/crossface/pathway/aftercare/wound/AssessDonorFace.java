package org.crossface.pathway.aftercare.wound;

import java.time.OffsetDateTime;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.crossface.pathway.aftercare.events.DonorFaceAssessed;
import org.crossface.pathway.aftercare.vocabulary.FacialWeakness;
import org.crossface.pathway.usecase.UseCase;
import org.crossface.pathway.vocabulary.PathwayCommand;
import org.crossface.pathway.vocabulary.Phases;
import org.crossface.platform.api.FormField;
import org.crossface.platform.api.Role;
import org.jspecify.annotations.Nullable;

/** Records whether the healthy side of the face has become weaker by the branch that it gave (T-20). */
public record AssessDonorFace(
        @TargetAggregateIdentifier String pathwayId,
        OffsetDateTime occurredAt,

        @FormField(label = "Weakness", help = "A weakness that persists is recorded as a complication too")
        FacialWeakness weakness,

        @FormField(label = "Note", max = 2000, multiline = true) @Nullable
        String note)
        implements PathwayCommand {

    /** Who gives it, when, and what judges it. */
    public static final UseCase<AssessDonorFace> USE_CASE = UseCase.of(
                    AssessDonorFace.class, "Assess healthy side of face")
            .answers("T-20")
            .by(Role.SURGEON, Role.AFTERCARE_NURSE)
            .in(Phases.AFTER_CARE)
            .records(DonorFaceAssessed.class);
}
