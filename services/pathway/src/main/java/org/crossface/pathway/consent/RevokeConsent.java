package org.crossface.pathway.consent;

import java.time.OffsetDateTime;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.crossface.pathway.PathwayCommand;
import org.crossface.pathway.Stage;
import org.crossface.platform.api.FormField;
import org.jspecify.annotations.Nullable;

/** Takes a consent back; a surgical or anesthesia consent takes its scheduled case with it. */
public record RevokeConsent(
        @TargetAggregateIdentifier String pathwayId,
        OffsetDateTime occurredAt,
        @FormField(label = "Type") ConsentType type,
        @FormField(label = "Stage") @Nullable Stage stage,

        @FormField(label = "Reason", max = 2000, multiline = true) @Nullable
        String reason)
        implements PathwayCommand {}
