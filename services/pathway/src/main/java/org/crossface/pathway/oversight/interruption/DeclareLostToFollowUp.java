package org.crossface.pathway.oversight.interruption;

import java.time.OffsetDateTime;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.crossface.pathway.oversight.LostToFollowUpDeclared;
import org.crossface.pathway.usecase.UseCase;
import org.crossface.pathway.vocabulary.PathwayCommand;
import org.crossface.pathway.vocabulary.Phases;
import org.crossface.platform.api.FormField;
import org.crossface.platform.api.Role;
import org.jspecify.annotations.Nullable;

/** Declares the patient lost after attempts enough (INV-58). */
public record DeclareLostToFollowUp(
        @TargetAggregateIdentifier String pathwayId,
        OffsetDateTime occurredAt,

        @FormField(label = "Note", max = 2000, multiline = true) @Nullable
        String note)
        implements PathwayCommand {

    /** Who gives it, when, and what judges it. */
    public static final UseCase<DeclareLostToFollowUp> USE_CASE = UseCase.of(
                    DeclareLostToFollowUp.class, "Declare lost to follow-up")
            .answers("T-54")
            .by(Role.SURGICAL_COORDINATOR)
            .in(Phases.GOING_ON)
            .requires(OversightRules.ENOUGH_WAS_TRIED)
            .records(LostToFollowUpDeclared.class);
}
