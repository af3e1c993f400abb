package org.crossface.pathway.surgery;

import java.time.OffsetDateTime;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.crossface.pathway.CaseCommand;
import org.crossface.platform.api.FormField;
import org.jspecify.annotations.Nullable;

/** Records the first incision. */
public record MakeIncision(
        @TargetAggregateIdentifier String pathwayId,
        OffsetDateTime occurredAt,
        String caseId,

        @FormField(
                label = "Antibiotic deviation",
                multiline = true,
                max = 500,
                help = "Needed when the antibiotic was not given within 60 min before the incision")
        @Nullable
        String antibioticDeviation)
        implements CaseCommand {}
