package org.crossface.pathway.oversight.interruption;

import java.time.OffsetDateTime;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.crossface.pathway.oversight.PathwayResumed;
import org.crossface.pathway.usecase.UseCase;
import org.crossface.pathway.vocabulary.PathwayCommand;
import org.crossface.pathway.vocabulary.Phase;
import org.crossface.platform.api.FormField;
import org.crossface.platform.api.Role;
import org.jspecify.annotations.Nullable;

/** Takes up the pathway where it was put on hold. */
public record ResumePathway(
        @TargetAggregateIdentifier String pathwayId,
        OffsetDateTime occurredAt,

        @FormField(label = "Note", max = 2000, multiline = true) @Nullable
        String note)
        implements PathwayCommand {

    /** Who gives it, when, and what judges it. */
    public static final UseCase<ResumePathway> USE_CASE = UseCase.of(ResumePathway.class, "Resume pathway")
            .by(Role.SURGICAL_COORDINATOR, Role.SURGEON, Role.ANESTHESIOLOGIST)
            .in(Phase.ON_HOLD)
            .answers("HOLD")
            .requires(OversightRules.PATIENT_HAS_RETURNED)
            .records(PathwayResumed.class);
}
