package org.crossface.pathway.rehabilitation;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.crossface.pathway.PathwayCommand;
import org.crossface.platform.api.FormField;

/** Records the first movement of the transferred muscle; there is only one. */
public record ObserveFirstMovement(
        @TargetAggregateIdentifier String pathwayId,
        OffsetDateTime occurredAt,
        @FormField(label = "Seen on") LocalDate seenOn,
        @FormField(label = "Seen by") MovementObserver observer,
        @FormField(label = "Triggered by") MovementTrigger trigger,

        @FormField(label = "Excursion", unit = "mm", min = 0, max = 20, step = 0.1)
        double excursionMm)
        implements PathwayCommand {}
