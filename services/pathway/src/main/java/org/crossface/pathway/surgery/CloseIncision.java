package org.crossface.pathway.surgery;

import java.time.OffsetDateTime;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.crossface.pathway.CaseCommand;

/** Records the closure. */
public record CloseIncision(@TargetAggregateIdentifier String pathwayId, OffsetDateTime occurredAt, String caseId)
        implements CaseCommand {}
