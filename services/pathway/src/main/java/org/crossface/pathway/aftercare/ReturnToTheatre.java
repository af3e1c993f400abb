package org.crossface.pathway.aftercare;

import java.time.OffsetDateTime;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.crossface.pathway.PathwayCommand;
import org.crossface.platform.api.FormField;
import org.jspecify.annotations.Nullable;

/** Records that the patient goes back to theatre, in a case of its own that is linked to the first. */
public record ReturnToTheatre(
        @TargetAggregateIdentifier String pathwayId,
        OffsetDateTime occurredAt,
        @FormField(label = "New case", min = 1, max = 100) String caseId,
        @FormField(label = "First case", min = 1, max = 100) String indexCaseId,
        @FormField(label = "Planned") boolean planned,

        @FormField(label = "Reason", max = 1000, multiline = true, help = "Needed when it was not planned") @Nullable
        String reason)
        implements PathwayCommand {}
