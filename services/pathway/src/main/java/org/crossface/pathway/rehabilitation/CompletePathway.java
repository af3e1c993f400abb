package org.crossface.pathway.rehabilitation;

import java.time.OffsetDateTime;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.crossface.pathway.PathwayCommand;
import org.crossface.platform.api.FormField;
import org.jspecify.annotations.Nullable;

/** Completes the pathway, 24 months after stage two at the earliest (INV-50). */
public record CompletePathway(
        @TargetAggregateIdentifier String pathwayId,
        OffsetDateTime occurredAt,
        @FormField(label = "Outcome") OutcomeClass outcome,

        @FormField(label = "Note", max = 2000, multiline = true) @Nullable
        String note)
        implements PathwayCommand {}
