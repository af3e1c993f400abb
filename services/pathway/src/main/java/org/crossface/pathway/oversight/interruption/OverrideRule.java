package org.crossface.pathway.oversight.interruption;

import java.time.OffsetDateTime;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.crossface.pathway.oversight.RuleOverridden;
import org.crossface.pathway.usecase.UseCase;
import org.crossface.pathway.vocabulary.PathwayCommand;
import org.crossface.pathway.vocabulary.Phases;
import org.crossface.platform.api.FormField;
import org.crossface.platform.api.Role;

/** Overrides a clinical rule for one kind of command, for as long as the policy says, with a reason that is kept. */
public record OverrideRule(
        @TargetAggregateIdentifier String pathwayId,
        OffsetDateTime occurredAt,
        @FormField(label = "Rule", help = "Such as INV-12") String invariantId,

        @FormField(
                label = "For",
                help = "The step that the rule refused, by its name in the address, such as confirm-neurotization")
        String command,

        @FormField(label = "Reason", max = 2000, multiline = true, help = "At least {reasonCharacters} characters")
        String reason)
        implements PathwayCommand {

    /** Who gives it, when, and what judges it. */
    public static final UseCase<OverrideRule> USE_CASE = UseCase.of(OverrideRule.class, "Override rule")
            .by(Role.SURGEON, Role.ANESTHESIOLOGIST)
            .in(Phases.OPEN)
            .checks(OversightRules.RULE_MAY_BE_OVERRIDDEN)
            .records(RuleOverridden.class);
}
