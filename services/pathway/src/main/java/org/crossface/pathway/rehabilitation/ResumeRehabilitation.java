package org.crossface.pathway.rehabilitation;

import java.time.OffsetDateTime;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.crossface.pathway.PathwayCommand;

/** Takes therapy up again. */
public record ResumeRehabilitation(
        @TargetAggregateIdentifier String pathwayId, OffsetDateTime occurredAt) implements PathwayCommand {}
