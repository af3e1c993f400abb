package org.crossface.pathway.rehabilitation;

import java.time.OffsetDateTime;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.crossface.pathway.PathwayCommand;

/** Starts the therapy programme; its day zero is the date of stage two, whenever it starts. */
public record StartRehabilitation(@TargetAggregateIdentifier String pathwayId, OffsetDateTime occurredAt)
        implements PathwayCommand {}
