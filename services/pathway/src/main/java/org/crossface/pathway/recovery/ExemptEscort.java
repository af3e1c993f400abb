package org.crossface.pathway.recovery;

import java.time.OffsetDateTime;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.crossface.pathway.CaseCommand;
import org.crossface.platform.api.FormField;

/** Exempts the patient from having an escort. */
public record ExemptEscort(
        @TargetAggregateIdentifier String pathwayId,
        OffsetDateTime occurredAt,
        String caseId,

        @FormField(label = "Attending physician", min = 1, max = 64)
        String physicianId,

        @FormField(label = "Reason", min = 20, max = 1000, multiline = true)
        String reason)
        implements CaseCommand {}
