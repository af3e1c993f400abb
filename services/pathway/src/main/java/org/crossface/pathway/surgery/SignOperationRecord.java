package org.crossface.pathway.surgery;

import java.time.OffsetDateTime;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.crossface.platform.api.FormField;

/** Signs the operation record. */
public record SignOperationRecord(
        @TargetAggregateIdentifier String pathwayId,
        OffsetDateTime occurredAt,
        String caseId,

        @FormField(label = "Operating surgeon", min = 1, max = 64)
        String surgeonId)
        implements BySurgeon {}
