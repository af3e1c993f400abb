package org.crossface.pathway.evaluation;

import java.time.OffsetDateTime;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.crossface.pathway.PathwayCommand;

/** Completes the evaluation once all five factors and the baseline are there (INV-09). */
public record CompleteEvaluation(@TargetAggregateIdentifier String pathwayId, OffsetDateTime occurredAt)
        implements PathwayCommand {}
