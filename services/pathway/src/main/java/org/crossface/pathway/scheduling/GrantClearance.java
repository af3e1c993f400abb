package org.crossface.pathway.scheduling;

import java.time.OffsetDateTime;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.crossface.pathway.PathwayCommand;
import org.crossface.pathway.Stage;
import org.crossface.platform.api.FormField;
import org.jspecify.annotations.Nullable;

/** Clears the patient for the operation of one stage. */
public record GrantClearance(
        @TargetAggregateIdentifier String pathwayId,
        OffsetDateTime occurredAt,
        @FormField(label = "Stage") Stage stage,

        @FormField(label = "Conditions", max = 2000, multiline = true) @Nullable
        String conditions)
        implements PathwayCommand {}
