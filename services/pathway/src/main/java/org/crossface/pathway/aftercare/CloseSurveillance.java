package org.crossface.pathway.aftercare;

import java.time.OffsetDateTime;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.crossface.pathway.PathwayCommand;
import org.crossface.pathway.Stage;
import org.crossface.platform.api.FormField;

/** Closes a surveillance after its window has ended. */
public record CloseSurveillance(
        @TargetAggregateIdentifier String pathwayId,
        OffsetDateTime occurredAt,
        @FormField(label = "Operation") Stage stage,
        @FormField(label = "Surveillance") SurveillanceKind kind,
        @FormField(label = "Outcome") SurveillanceOutcome outcome)
        implements PathwayCommand {}
