package org.crossface.pathway.aftercare;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.crossface.pathway.AllowedAfterDeath;
import org.crossface.pathway.PathwayCommand;
import org.crossface.pathway.Phases;
import org.crossface.pathway.Referent;
import org.crossface.pathway.RefersTo;
import org.crossface.pathway.UseCase;
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
            .by(Role.SURGEON, Role.ANESTHESIOLOGIST)
            .in(Phases.ON_RECORD)
            .requires(AftercareRules.A_COMPLICATION_IS_OPEN)
            .checks(AftercareRules.COMPLICATION_IS_OPEN);
}
