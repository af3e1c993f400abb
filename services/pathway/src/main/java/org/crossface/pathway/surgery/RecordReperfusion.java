package org.crossface.pathway.surgery;

import java.time.OffsetDateTime;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.crossface.pathway.CaseCommand;
import org.crossface.platform.api.FormField;
import org.jspecify.annotations.Nullable;

/** Records that blood flows through the flap again. */
public record RecordReperfusion(
        @TargetAggregateIdentifier String pathwayId,
        OffsetDateTime occurredAt,
        String caseId,
        @FormField(label = "Reperfused at") OffsetDateTime reperfusedAt,

        @FormField(
                label = "Ischemia",
                unit = "min",
                min = 0,
                max = 1440,
                step = 1,
                help = "Leave empty: it is computed")
        @Nullable
        Integer ischemiaMinutes,

        @FormField(label = "Bleeding edge seen") boolean bleedingEdge,

        @FormField(
                label = "Comment on ischemia",
                multiline = true,
                max = 1000,
                help = "Needed above 135 min before the operation can be completed")
        @Nullable
        String comment)
        implements CaseCommand {}
