package org.crossface.pathway.aftercare;

import java.time.OffsetDateTime;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.crossface.pathway.PathwayCommand;
import org.crossface.platform.api.FormField;

/** Takes over a red flag, which stops its escalation. */
public record AcknowledgeRedFlag(
        @TargetAggregateIdentifier String pathwayId,
        OffsetDateTime occurredAt,
        @FormField(label = "Red flag") String flagId)
        implements PathwayCommand {}
