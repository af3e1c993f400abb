package org.crossface.pathway.recovery;

import java.time.OffsetDateTime;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.crossface.pathway.CaseCommand;
import org.crossface.platform.api.FormField;
import org.jspecify.annotations.Nullable;

/** Records that the flap died. */
public record RecordFlapLoss(
        @TargetAggregateIdentifier String pathwayId,
        OffsetDateTime occurredAt,
        String caseId,
        @FormField(label = "Cause") CompromiseCause cause,

        @FormField(label = "Attempts at rescue", min = 0, max = 10, step = 1)
        int salvageAttempts,

        @FormField(label = "Findings", max = 1000, multiline = true) @Nullable
        String findings)
        implements CaseCommand {}
