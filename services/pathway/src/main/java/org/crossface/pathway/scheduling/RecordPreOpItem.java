package org.crossface.pathway.scheduling;

import java.time.OffsetDateTime;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.crossface.pathway.PathwayCommand;
import org.crossface.pathway.Stage;
import org.crossface.platform.api.FormField;
import org.jspecify.annotations.Nullable;

/** Records one item of the pre-operative checklist; a waived item needs its reason. */
public record RecordPreOpItem(
        @TargetAggregateIdentifier String pathwayId,
        OffsetDateTime occurredAt,
        @FormField(label = "Stage") Stage stage,
        @FormField(label = "Item") PreOpItem item,
        @FormField(label = "Result") PreOpResult result,

        @FormField(label = "Value or reason", max = 500) @Nullable
        String note)
        implements PathwayCommand {}
