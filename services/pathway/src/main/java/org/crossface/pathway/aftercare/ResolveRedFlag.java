package org.crossface.pathway.aftercare;

import java.time.OffsetDateTime;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.crossface.pathway.AllowedAfterDeath;
import org.crossface.pathway.PathwayCommand;
import org.crossface.platform.api.FormField;

/** Closes a red flag with what came of it. */
public record ResolveRedFlag(
        @TargetAggregateIdentifier String pathwayId,
        OffsetDateTime occurredAt,
        @FormField(label = "Red flag") String flagId,

        @FormField(label = "What came of it", min = 3, max = 2000, multiline = true)
        String resolution)
        implements PathwayCommand, AllowedAfterDeath {}
