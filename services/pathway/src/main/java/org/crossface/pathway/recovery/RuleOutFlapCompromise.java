package org.crossface.pathway.recovery;

import java.time.OffsetDateTime;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.crossface.pathway.CaseCommand;
import org.crossface.platform.api.FormField;

/** Rules out that the flap is threatened. */
public record RuleOutFlapCompromise(
        @TargetAggregateIdentifier String pathwayId,
        OffsetDateTime occurredAt,
        String caseId,

        @FormField(label = "Finding", min = 1, max = 1000, multiline = true)
        String finding)
        implements CaseCommand {}
