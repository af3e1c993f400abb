package org.crossface.pathway.recovery;

import java.time.OffsetDateTime;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.crossface.pathway.CaseCommand;
import org.crossface.platform.api.FormField;
import org.jspecify.annotations.Nullable;

/** Records that the patient was taken back to theatre. */
public record ReturnToTheatre(
        @TargetAggregateIdentifier String pathwayId,
        OffsetDateTime occurredAt,
        String caseId,
        @FormField(label = "Planned") boolean planned,

        @FormField(label = "Reason", max = 1000, multiline = true, help = "Needed when it was not planned") @Nullable
        String reason,

        @FormField(label = "General anesthesia") boolean generalAnesthesia,

        @FormField(label = "Findings", max = 2000, multiline = true) @Nullable
        String findings)
        implements CaseCommand {}
