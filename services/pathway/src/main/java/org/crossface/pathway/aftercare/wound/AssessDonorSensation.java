package org.crossface.pathway.aftercare.wound;

import java.time.OffsetDateTime;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.crossface.pathway.aftercare.events.DonorSensationAssessed;
import org.crossface.pathway.usecase.UseCase;
import org.crossface.pathway.vocabulary.PathwayCommand;
import org.crossface.pathway.vocabulary.Phases;
import org.crossface.platform.api.FormField;
import org.crossface.platform.api.Role;
import org.jspecify.annotations.Nullable;

/** Records the feeling at the foot edge, where the sural nerve was taken. */
public record AssessDonorSensation(
        @TargetAggregateIdentifier String pathwayId,
        OffsetDateTime occurredAt,

        @FormField(label = "Numb area", unit = "cm²", min = 0, max = 300)
        int numbAreaCm2,

        @FormField(label = "Sensitive to cold") boolean coldSensitive,
        @FormField(label = "Pain", min = 0, max = 10) int pain,
        @FormField(label = "Limits daily life") boolean functionalLimit,

        @FormField(label = "Note", max = 2000, multiline = true) @Nullable
        String note)
        implements PathwayCommand {

    /** Who gives it, when, and what judges it. */
    public static final UseCase<AssessDonorSensation> USE_CASE = UseCase.of(
                    AssessDonorSensation.class, "Assess feeling of the foot")
            .answers("T-21")
            .by(Role.SURGEON, Role.AFTERCARE_NURSE)
            .in(Phases.AFTER_CARE)
            .records(DonorSensationAssessed.class);
}
