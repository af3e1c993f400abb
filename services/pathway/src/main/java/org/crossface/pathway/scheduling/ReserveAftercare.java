package org.crossface.pathway.scheduling;

import java.time.OffsetDateTime;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.crossface.pathway.PathwayCommand;
import org.crossface.pathway.Stage;
import org.crossface.platform.api.FormField;

/** Reserves a bed that the facility has accepted. */
public record ReserveAftercare(
        @TargetAggregateIdentifier String pathwayId,
        OffsetDateTime occurredAt,
        @FormField(label = "Stage") Stage stage,
        @FormField(label = "Facility") String facilityId,
        @FormField(label = "From") OffsetDateTime from,
        @FormField(label = "Until") OffsetDateTime until)
        implements PathwayCommand {}
