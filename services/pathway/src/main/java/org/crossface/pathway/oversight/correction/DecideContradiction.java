package org.crossface.pathway.oversight.correction;

import java.time.OffsetDateTime;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.crossface.pathway.oversight.ContradictionEnd;
import org.crossface.pathway.oversight.ContradictionEnded;
import org.crossface.pathway.usecase.GeneralRules;
import org.crossface.pathway.usecase.UseCase;
import org.crossface.pathway.vocabulary.AllowedAfterDeath;
import org.crossface.pathway.vocabulary.PathwayCommand;
import org.crossface.pathway.vocabulary.Phases;
import org.crossface.pathway.vocabulary.Referent;
import org.crossface.pathway.vocabulary.RefersTo;
import org.crossface.platform.api.FormField;
import org.crossface.platform.api.Role;

/** Decides that a contradicted fact stands all the same, so that the steps that waited go on. */
public record DecideContradiction(
        @TargetAggregateIdentifier String pathwayId,
        OffsetDateTime occurredAt,

        @RefersTo(Referent.CONTRADICTION) @FormField(label = "Contradiction")
        String contradictionId,

        @FormField(label = "Reason", max = 2000, multiline = true, help = "At least {reasonCharacters} characters")
        String reason)
        implements PathwayCommand, AllowedAfterDeath {

    /** Who gives it, when, and what judges it. */
    public static final UseCase<DecideContradiction> USE_CASE = UseCase.of(
                    DecideContradiction.class, "Decide on contradiction")
            .by(Role.SURGEON, Role.ANESTHESIOLOGIST)
            .in(Phases.ANY)
            .answers("CONTRADICTION", "SLOT-HELD")
            .requires(ContradictionRules.ONE_IS_OPEN)
            .checks(ContradictionRules.IT_IS_OPEN, ContradictionRules.DECISION_IS_EXPLAINED)
            .fulfils(GeneralRules.NOTHING_IS_CONTRADICTED)
            .records(
                    ContradictionEnded.class,
                    ended -> ended.with("reason", "", fact -> fact.reason() == null ? "" : fact.reason())
                            .when(fact -> fact.ending() == ContradictionEnd.DECIDED));
}
