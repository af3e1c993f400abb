package org.crossface.pathway.oversight;

import java.time.OffsetDateTime;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.crossface.pathway.PathwayCommand;
import org.crossface.platform.api.FormField;
import org.jspecify.annotations.Nullable;

/** Puts the pathway on hold; its phase is kept. */
public record PutOnHold(
        @TargetAggregateIdentifier String pathwayId,
        OffsetDateTime occurredAt,
        @FormField(label = "Reason") HoldReason reason,

        @FormField(label = "Note", max = 2000, multiline = true) @Nullable
        String note)
        implements PathwayCommand {}
