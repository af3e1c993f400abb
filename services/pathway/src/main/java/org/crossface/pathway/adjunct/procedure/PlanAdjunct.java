package org.crossface.pathway.adjunct.procedure;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.crossface.pathway.adjunct.AdjunctKind;
import org.crossface.pathway.adjunct.AdjunctPlanned;
import org.crossface.pathway.usecase.UseCase;
import org.crossface.pathway.vocabulary.FaceSide;
import org.crossface.pathway.vocabulary.PathwayCommand;
import org.crossface.platform.api.FormField;
import org.crossface.platform.api.Role;
import org.jspecify.annotations.Nullable;

/** Plans a procedure beside the main plan, which stays as it is. */
public record PlanAdjunct(
        @TargetAggregateIdentifier String pathwayId,
        OffsetDateTime occurredAt,
        @FormField(label = "Procedure") AdjunctKind kind,
        @FormField(label = "Side of the face") FaceSide side,
        @FormField(label = "Planned for") @Nullable LocalDate plannedFor,

        @FormField(label = "Reason", max = 500, multiline = true) @Nullable
        String reason)
        implements PathwayCommand {

    /** Who gives it, when, and what judges it. */
    public static final UseCase<PlanAdjunct> USE_CASE = UseCase.of(PlanAdjunct.class, "Plan adjunct procedure")
            .by(Role.SURGEON)
            .in(AdjunctRules.PHASES)
            .records(AdjunctPlanned.class);
}
