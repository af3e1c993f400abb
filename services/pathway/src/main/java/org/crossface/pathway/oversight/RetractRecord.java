package org.crossface.pathway.oversight;

import java.time.OffsetDateTime;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.crossface.pathway.AllowedAfterDeath;
import org.crossface.pathway.PathwayCommand;
import org.crossface.platform.api.FormField;

/** Takes back a recorded fact that never was; it stays in the history. */
public record RetractRecord(
        @TargetAggregateIdentifier String pathwayId,
        OffsetDateTime occurredAt,
        @FormField(label = "Fact") String targetFactId,

        @FormField(label = "Reason", max = 2000, multiline = true, help = "At least 20 characters")
        String reason)
        implements PathwayCommand, AllowedAfterDeath {}
