package org.crossface.pathway.oversight;

import java.time.OffsetDateTime;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.crossface.pathway.PathwayCommand;
import org.crossface.platform.api.FormField;
import org.jspecify.annotations.Nullable;

/** Declares the patient lost after attempts enough (INV-58). */
public record DeclareLostToFollowUp(
        @TargetAggregateIdentifier String pathwayId,
        OffsetDateTime occurredAt,

        @FormField(label = "Note", max = 2000, multiline = true) @Nullable
        String note)
        implements PathwayCommand {}
