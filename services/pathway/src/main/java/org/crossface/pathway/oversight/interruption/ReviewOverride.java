package org.crossface.pathway.oversight.interruption;

import java.time.OffsetDateTime;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.crossface.pathway.oversight.OverrideFinding;
import org.crossface.pathway.oversight.OverrideReviewed;
import org.crossface.pathway.usecase.UseCase;
import org.crossface.pathway.vocabulary.AllowedAfterDeath;
import org.crossface.pathway.vocabulary.PathwayCommand;
import org.crossface.pathway.vocabulary.Phases;
import org.crossface.pathway.vocabulary.Referent;
import org.crossface.pathway.vocabulary.RefersTo;
import org.crossface.platform.api.FormField;
import org.crossface.platform.api.Role;

/** Records what the quality auditor finds of an overridden rule, whatever became of the pathway (T-56, M-23). */
public record ReviewOverride(
        @TargetAggregateIdentifier String pathwayId,
        OffsetDateTime occurredAt,

        @RefersTo(Referent.OVERRIDE) @FormField(label = "Override")
        String overrideFactId,

        @FormField(label = "Finding") OverrideFinding finding,

        @FormField(label = "Comment", min = 3, max = 2000, multiline = true, help = "What the finding rests on")
        String comment)
        implements PathwayCommand, AllowedAfterDeath {

    /** Who gives it, when, and what judges it. */
    public static final UseCase<ReviewOverride> USE_CASE = UseCase.of(ReviewOverride.class, "Review override")
            .answers("T-56")
            .by(Role.QUALITY_AUDITOR)
            .in(Phases.ANY)
            .requires(OversightRules.AN_OVERRIDE_WAITS)
            .checks(OversightRules.OVERRIDE_WAITS, OversightRules.ANOTHER_PERSON_REVIEWS)
            .records(OverrideReviewed.class);
}
