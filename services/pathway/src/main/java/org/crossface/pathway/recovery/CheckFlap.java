package org.crossface.pathway.recovery;

import java.time.OffsetDateTime;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.crossface.pathway.CaseCommand;
import org.crossface.platform.api.FormField;
import org.jspecify.annotations.Nullable;

/** Records a check of the flap. */
public record CheckFlap(
        @TargetAggregateIdentifier String pathwayId,
        OffsetDateTime occurredAt,
        String caseId,
        @FormField(label = "Arterial signal") ArterialSignal arterial,
        @FormField(label = "Venous signal") VenousSignal venous,
        @FormField(label = "Swelling") Swelling swelling,
        @FormField(label = "Bleeding") boolean bleeding,

        @FormField(label = "Drain", unit = "mL", min = 0, max = 2000, step = 1) @Nullable
        Integer drainMl,

        @FormField(label = "Skin temperature", unit = "°C", min = 20, max = 43, step = 0.1) @Nullable
        Double temperatureC,

        @FormField(label = "Method") FlapCheckMethod method,
        @FormField(label = "Where") CarePlace place,

        @FormField(label = "Comment", multiline = true, max = 1000) @Nullable
        String comment)
        implements CaseCommand {}
