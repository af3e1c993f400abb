package org.crossface.pathway.aftercare;

import java.time.OffsetDateTime;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.crossface.pathway.AllowedAfterDeath;
import org.crossface.pathway.PathwayCommand;
import org.crossface.platform.api.FormField;
import org.jspecify.annotations.Nullable;

/** Changes the grade of a complication; the earlier grade stays in the history. */
public record RegradeComplication(
        @TargetAggregateIdentifier String pathwayId,
        OffsetDateTime occurredAt,
        @FormField(label = "Complication") String complicationId,
        @FormField(label = "Clavien-Dindo grade") ClavienDindo grade,
        @FormField(label = "Lasting disability") boolean disability,

        @FormField(label = "Operation under general anesthesia") @Nullable
        String operatingCaseId,

        @FormField(label = "Reason", min = 3, max = 1000, multiline = true)
        String reason)
        implements PathwayCommand, AllowedAfterDeath {}
