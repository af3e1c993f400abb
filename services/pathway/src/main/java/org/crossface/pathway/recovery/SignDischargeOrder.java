package org.crossface.pathway.recovery;

import java.time.OffsetDateTime;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.crossface.pathway.surgery.BySurgeon;
import org.crossface.platform.api.FormField;

/** Signs the order to discharge the patient. */
public record SignDischargeOrder(
        @TargetAggregateIdentifier String pathwayId,
        OffsetDateTime occurredAt,
        String caseId,
        @FormField(label = "Destination") DischargeDestination destination,

        @FormField(label = "Operating surgeon", min = 1, max = 64)
        String surgeonId)
        implements BySurgeon {}
