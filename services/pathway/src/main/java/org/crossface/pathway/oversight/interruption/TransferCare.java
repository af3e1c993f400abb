package org.crossface.pathway.oversight.interruption;

import java.time.OffsetDateTime;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.crossface.pathway.oversight.CareTransferred;
import org.crossface.pathway.usecase.UseCase;
import org.crossface.pathway.vocabulary.PathwayCommand;
import org.crossface.pathway.vocabulary.Phases;
import org.crossface.platform.api.FormField;
import org.crossface.platform.api.Role;
import org.jspecify.annotations.Nullable;

/** Hands the patient over to another provider, which closes the pathway with its outcome unknown. */
public record TransferCare(
        @TargetAggregateIdentifier String pathwayId,
        OffsetDateTime occurredAt,

        @FormField(label = "Receiving provider", min = 2, max = 200)
        String receivingProvider,

        @FormField(label = "Record disclosed") boolean recordDisclosed,

        @FormField(label = "Note", max = 2000, multiline = true) @Nullable
        String note)
        implements PathwayCommand {

    /** Who gives it, when, and what judges it. */
    public static final UseCase<TransferCare> USE_CASE = UseCase.of(TransferCare.class, "Transfer care")
            .by(Role.SURGEON, Role.SURGICAL_COORDINATOR)
            .in(Phases.OPEN)
            .records(CareTransferred.class);
}
