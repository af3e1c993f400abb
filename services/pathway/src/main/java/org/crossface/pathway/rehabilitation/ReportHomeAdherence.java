package org.crossface.pathway.rehabilitation;

import java.time.OffsetDateTime;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.crossface.pathway.PathwayCommand;
import org.crossface.platform.api.FormField;

/** Records what the patient practised at home in a week. */
public record ReportHomeAdherence(
        @TargetAggregateIdentifier String pathwayId,
        OffsetDateTime occurredAt,

        @FormField(label = "Days", unit = "d", min = 0, max = 7)
        int daysPerWeek,

        @FormField(label = "Minutes a day", unit = "min", min = 0, max = 240)
        int minutesPerDay)
        implements PathwayCommand {}
