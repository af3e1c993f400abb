package org.crossface.pathway.aftercare.complication;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.crossface.pathway.aftercare.events.ComplicationResolved;
import org.crossface.pathway.usecase.UseCase;
import org.crossface.pathway.vocabulary.AllowedAfterDeath;
import org.crossface.pathway.vocabulary.PathwayCommand;
import org.crossface.pathway.vocabulary.Phases;
import org.crossface.pathway.vocabulary.Referent;
import org.crossface.pathway.vocabulary.RefersTo;
import org.crossface.platform.api.FormField;
import org.crossface.platform.api.Role;
import org.jspecify.annotations.Nullable;

/** Closes a complication. */
public record ResolveComplication(
        @TargetAggregateIdentifier String pathwayId,
        OffsetDateTime occurredAt,

        @RefersTo(Referent.COMPLICATION) @FormField(label = "Complication")
        String complicationId,

        @FormField(label = "Resolved on") LocalDate resolvedOn,

        @FormField(label = "Note", max = 2000, multiline = true) @Nullable
        String note)
        implements PathwayCommand, AllowedAfterDeath {

    /** Who gives it, when, and what judges it. */
    public static final UseCase<ResolveComplication> USE_CASE = UseCase.of(
                    ResolveComplication.class, "Resolve complication")
            .answers("T-55")
            .by(Role.SURGEON, Role.ANESTHESIOLOGIST)
            .in(Phases.ON_RECORD)
            .requires(ComplicationRules.A_COMPLICATION_IS_OPEN)
            .checks(ComplicationRules.COMPLICATION_IS_OPEN)
            .records(ComplicationResolved.class);
}
