package org.crossface.pathway.oversight.concern;

import java.time.OffsetDateTime;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.crossface.pathway.oversight.ConcernClosed;
import org.crossface.pathway.usecase.UseCase;
import org.crossface.pathway.vocabulary.AllowedAfterDeath;
import org.crossface.pathway.vocabulary.PathwayCommand;
import org.crossface.pathway.vocabulary.Phases;
import org.crossface.pathway.vocabulary.Referent;
import org.crossface.pathway.vocabulary.RefersTo;
import org.crossface.platform.api.FormField;
import org.crossface.platform.api.Role;

/** Closes what had to be looked into: a review of the quality auditor, or a decision or disclosure of the surgeon. */
public record CloseConcern(
        @TargetAggregateIdentifier String pathwayId,
        OffsetDateTime occurredAt,

        @RefersTo(Referent.CONCERN) @FormField(label = "Concern")
        String concernId,

        @FormField(
                label = "Finding",
                min = 3,
                max = 2000,
                multiline = true,
                help = "What was found or decided, or how the patient was told")
        String finding)
        implements PathwayCommand, AllowedAfterDeath {

    /** Who gives it, when, and what judges it. */
    public static final UseCase<CloseConcern> USE_CASE = UseCase.of(CloseConcern.class, "Close concern")
            .by(Role.SURGEON, Role.QUALITY_AUDITOR)
            .in(Phases.ANY)
            .answers("CONCERN")
            .requires(ConcernRules.ONE_IS_OPEN)
            .checks(ConcernRules.IT_IS_OPEN, ConcernRules.ITS_OWNER_CLOSES_IT)
            .records(ConcernClosed.class);
}
