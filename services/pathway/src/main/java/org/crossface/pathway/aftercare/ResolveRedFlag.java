package org.crossface.pathway.aftercare;

import java.time.OffsetDateTime;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.crossface.pathway.AllowedAfterDeath;
import org.crossface.pathway.PathwayCommand;
import org.crossface.pathway.Phase;
import org.crossface.pathway.Phases;
import org.crossface.pathway.Referent;
import org.crossface.pathway.RefersTo;
import org.crossface.pathway.UseCase;
import org.crossface.platform.api.FormField;
import org.crossface.platform.api.Role;

/** Closes a red flag with what came of it. */
public record ResolveRedFlag(
        @TargetAggregateIdentifier String pathwayId,
        OffsetDateTime occurredAt,

        @RefersTo(Referent.RED_FLAG) @FormField(label = "Red flag")
        String flagId,

        @FormField(label = "What came of it", min = 3, max = 2000, multiline = true)
        String resolution)
        implements PathwayCommand, AllowedAfterDeath {

    /** Who gives it, when, and what judges it. */
    public static final UseCase<ResolveRedFlag> USE_CASE = UseCase.of(ResolveRedFlag.class, "Resolve red flag")
            .by(Role.SURGEON, Role.ANESTHESIOLOGIST)
            .in(Phases.without(Phases.ON_RECORD, Phase.COMPLETED))
            .requires(AftercareRules.A_RED_FLAG_IS_OPEN)
            .checks(AftercareRules.RED_FLAG_IS_OPEN);
}
