package org.crossface.pathway.rehabilitation;

import java.time.OffsetDateTime;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.crossface.pathway.PathwayCommand;
import org.crossface.platform.api.FormField;

/** Ends therapy before its time. */
public record StopRehabilitationEarly(
        @TargetAggregateIdentifier String pathwayId,
        OffsetDateTime occurredAt,
        @FormField(label = "Reason") StopReason reason,

        @FormField(label = "Explanation", min = 3, max = 1000, multiline = true)
        String explanation)
        implements PathwayCommand {}
