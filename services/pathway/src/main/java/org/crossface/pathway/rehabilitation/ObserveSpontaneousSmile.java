package org.crossface.pathway.rehabilitation;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.crossface.pathway.PathwayCommand;
import org.crossface.platform.api.FormField;

/** Records whether the smile comes without thinking. */
public record ObserveSpontaneousSmile(
        @TargetAggregateIdentifier String pathwayId,
        OffsetDateTime occurredAt,
        @FormField(label = "Seen on") LocalDate seenOn,
        @FormField(label = "Stimulus") SmileStimulus stimulus,
        @FormField(label = "Spontaneous") SpontaneousSmile degree)
        implements PathwayCommand {}
