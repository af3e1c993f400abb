package org.crossface.pathway.aftercare.redflag;

import java.time.OffsetDateTime;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.crossface.pathway.aftercare.events.RedFlagResolved;
import org.crossface.pathway.usecase.UseCase;
import org.crossface.pathway.vocabulary.AllowedAfterDeath;
import org.crossface.pathway.vocabulary.PathwayCommand;
import org.crossface.pathway.vocabulary.Phase;
import org.crossface.pathway.vocabulary.Phases;
import org.crossface.pathway.vocabulary.Referent;
import org.crossface.pathway.vocabulary.RefersTo;
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
            .requires(RedFlagRules.A_RED_FLAG_IS_OPEN)
            .checks(RedFlagRules.RED_FLAG_IS_OPEN)
            .records(RedFlagResolved.class);
}
