package org.crossface.pathway.oversight;

import java.time.OffsetDateTime;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.crossface.pathway.PathwayCommand;
import org.crossface.platform.api.FormField;
import org.jspecify.annotations.Nullable;

/** Records that a patient who was lost or had withdrawn is back. */
public record RecordReturn(
        @TargetAggregateIdentifier String pathwayId,
        OffsetDateTime occurredAt,

        @FormField(label = "Note", max = 2000, multiline = true) @Nullable
        String note)
        implements PathwayCommand {}
