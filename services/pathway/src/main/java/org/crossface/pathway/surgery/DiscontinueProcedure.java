package org.crossface.pathway.surgery;

import java.time.OffsetDateTime;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.crossface.pathway.CaseCommand;
import org.crossface.platform.api.FormField;

/** Stops the procedure before it is complete. */
public record DiscontinueProcedure(
        @TargetAggregateIdentifier String pathwayId,
        OffsetDateTime occurredAt,
        String caseId,
        @FormField(label = "Stopped") DiscontinuedPhase phase,

        @FormField(label = "Patient prepared and in the procedure room")
        boolean patientInRoom,

        @FormField(label = "Reason", min = 1, max = 1000, multiline = true)
        String reason)
        implements CaseCommand {}
