package org.crossface.pathway.recovery;

import java.time.OffsetDateTime;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.crossface.pathway.CaseCommand;
import org.crossface.platform.api.FormField;
import org.jspecify.annotations.Nullable;

/** Evaluates the recovery from anesthesia. */
public record EvaluateAnesthesiaRecovery(
        @TargetAggregateIdentifier String pathwayId,
        OffsetDateTime occurredAt,
        String caseId,
        @FormField(label = "Recovered from anesthesia") boolean fit,

        @FormField(label = "Remarks", multiline = true, max = 1000) @Nullable
        String remarks)
        implements CaseCommand {}
