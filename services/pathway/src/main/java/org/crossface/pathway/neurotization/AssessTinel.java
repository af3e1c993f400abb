package org.crossface.pathway.neurotization;

import java.time.OffsetDateTime;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.crossface.pathway.PathwayCommand;
import org.crossface.platform.api.FormField;
import org.jspecify.annotations.Nullable;

/** Records a percussion along the graft. */
public record AssessTinel(
        @TargetAggregateIdentifier String pathwayId,
        OffsetDateTime occurredAt,
        @FormField(label = "Tingling present") boolean present,

        @FormField(label = "Advance from the donor coaptation", unit = "mm", min = 0, max = 250, step = 1)
        double advanceMm,

        @FormField(label = "At the distal end") boolean atDistalEnd,

        @FormField(
                label = "Comment",
                max = 1000,
                multiline = true,
                help = "Needed when the point lies more than 30 mm behind the one found before")
        @Nullable
        String comment)
        implements PathwayCommand {}
