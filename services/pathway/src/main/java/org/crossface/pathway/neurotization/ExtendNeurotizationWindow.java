package org.crossface.pathway.neurotization;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.crossface.pathway.PathwayCommand;
import org.crossface.platform.api.FormField;

/** Gives the graft more time, at most twice three months (INV-69). */
public record ExtendNeurotizationWindow(
        @TargetAggregateIdentifier String pathwayId,
        OffsetDateTime occurredAt,
        @FormField(label = "Until") LocalDate until,

        @FormField(label = "Reason", min = 3, max = 1000, multiline = true)
        String reason)
        implements PathwayCommand {}
