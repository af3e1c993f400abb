package org.crossface.pathway.recovery;

import java.time.OffsetDateTime;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.crossface.pathway.CaseCommand;
import org.crossface.platform.api.FormField;
import org.jspecify.annotations.Nullable;

/** Discharges the patient. */
public record DischargePatient(
        @TargetAggregateIdentifier String pathwayId,
        OffsetDateTime occurredAt,
        String caseId,
        @FormField(label = "Destination") DischargeDestination destination,

        @FormField(label = "After-care facility", max = 64) @Nullable
        String facilityId)
        implements CaseCommand {}
