package org.crossface.pathway.evaluation;

import java.time.OffsetDateTime;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.crossface.pathway.PathwayCommand;
import org.crossface.platform.api.FormField;

/** Books the evaluation visit. */
public record ScheduleEvaluation(
        @TargetAggregateIdentifier String pathwayId,
        OffsetDateTime occurredAt,

        @FormField(label = "Visit at", help = "Date and time of the visit")
        OffsetDateTime visitAt,

        @FormField(label = "Mode") VisitMode mode)
        implements PathwayCommand {}
