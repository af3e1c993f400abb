package org.crossface.pathway.adjunct.procedure;

import java.time.OffsetDateTime;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.crossface.pathway.adjunct.AdjunctRemoved;
import org.crossface.pathway.usecase.UseCase;
import org.crossface.pathway.vocabulary.PathwayCommand;
import org.crossface.pathway.vocabulary.Referent;
import org.crossface.pathway.vocabulary.RefersTo;
import org.crossface.platform.api.FormField;
import org.crossface.platform.api.Role;

/** Records that an implant of an earlier adjunct procedure was taken out. */
public record RemoveAdjunct(
        @TargetAggregateIdentifier String pathwayId,
        OffsetDateTime occurredAt,

        @RefersTo(Referent.IMPLANT) @FormField(label = "Implant", min = 1, max = 64)
        String adjunctId,

        @FormField(label = "Reason", min = 1, max = 500, multiline = true)
        String reason)
        implements PathwayCommand {

    /** Who gives it, when, and what judges it. */
    public static final UseCase<RemoveAdjunct> USE_CASE = UseCase.of(RemoveAdjunct.class, "Record implant removal")
            .by(Role.SURGEON)
            .in(AdjunctRules.PHASES)
            .requires(AdjunctRules.THERE_IS_AN_IMPLANT)
            .checks(AdjunctRules.IMPLANT_IS_KNOWN)
            .records(AdjunctRemoved.class);
}
