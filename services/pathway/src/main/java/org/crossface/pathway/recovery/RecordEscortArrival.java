package org.crossface.pathway.recovery;

import java.time.OffsetDateTime;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.crossface.pathway.CaseCommand;
import org.crossface.platform.api.FormField;

/** Records that the responsible adult is present. */
public record RecordEscortArrival(
        @TargetAggregateIdentifier String pathwayId,
        OffsetDateTime occurredAt,
        String caseId,
        @FormField(label = "Name", min = 1, max = 200) String name,

        @FormField(label = "Who", help = "A driver for hire is no escort")
        EscortKind kind)
        implements CaseCommand {}
