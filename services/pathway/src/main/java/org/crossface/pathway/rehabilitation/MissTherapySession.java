package org.crossface.pathway.rehabilitation;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.crossface.pathway.PathwayCommand;
import org.crossface.platform.api.FormField;
import org.jspecify.annotations.Nullable;

/** Records that a session did not take place. */
public record MissTherapySession(
        @TargetAggregateIdentifier String pathwayId,
        OffsetDateTime occurredAt,
        @FormField(label = "Reason") MissedReason reason,
        @FormField(label = "Next session") @Nullable LocalDate nextDueOn)
        implements PathwayCommand {}
