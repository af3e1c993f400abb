package org.crossface.pathway.recovery.flap;

import java.time.OffsetDateTime;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.crossface.pathway.recovery.events.FlapCompromiseRuledOut;
import org.crossface.pathway.surgery.admission.CaseRules;
import org.crossface.pathway.usecase.UseCase;
import org.crossface.pathway.vocabulary.CaseCommand;
import org.crossface.pathway.vocabulary.Phases;
import org.crossface.platform.api.FormField;
import org.crossface.platform.api.Role;

/** Rules out that the flap is threatened. */
public record RuleOutFlapCompromise(
        @TargetAggregateIdentifier String pathwayId,
        OffsetDateTime occurredAt,
        String caseId,

        @FormField(label = "Finding", min = 1, max = 1000, multiline = true)
        String finding)
        implements CaseCommand {

    /** Who gives it, when, and what judges it. */
    public static final UseCase<RuleOutFlapCompromise> USE_CASE = UseCase.of(
                    RuleOutFlapCompromise.class, "Rule out flap compromise")
            .by(Role.SURGEON)
            .in(Phases.FLAP_WATCH)
            .requires(CaseRules.CASE_IS_KNOWN, FlapRules.FLAP_HAS_BLOOD, FlapRules.COMPROMISE_IS_OPEN)
            .records(FlapCompromiseRuledOut.class);
}
