package org.crossface.pathway.recovery;

import java.time.OffsetDateTime;
import java.util.List;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.crossface.pathway.CaseCommand;
import org.crossface.platform.api.FormField;
import org.jspecify.annotations.Nullable;

/** Keeps the patient in extended recovery. */
public record StartExtendedRecovery(
        @TargetAggregateIdentifier String pathwayId,
        OffsetDateTime occurredAt,
        String caseId,
        @FormField(label = "Reasons", min = 1, max = 11) List<FailureReason> reasons,

        @FormField(label = "Remarks", multiline = true, max = 1000) @Nullable
        String remarks)
        implements CaseCommand {}
