package org.crossface.pathway.neurotization;

import java.time.OffsetDateTime;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.crossface.pathway.PathwayCommand;

/** Records that the time for neurotization has passed without a confirmation. */
public record LapseNeurotizationWindow(
        @TargetAggregateIdentifier String pathwayId, OffsetDateTime occurredAt) implements PathwayCommand {}
