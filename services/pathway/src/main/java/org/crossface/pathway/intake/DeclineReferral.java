package org.crossface.pathway.intake;

import java.time.OffsetDateTime;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.crossface.pathway.PathwayCommand;
import org.crossface.platform.api.FormField;
import org.jspecify.annotations.Nullable;

/** Declines a referral before a candidacy decision, which ends the pathway. */
public record DeclineReferral(
        @TargetAggregateIdentifier String pathwayId,
        OffsetDateTime occurredAt,
        @FormField(label = "Reason") DeclineReason reason,

        @FormField(label = "Note", multiline = true, max = 2000) @Nullable
        String note)
        implements PathwayCommand {}
