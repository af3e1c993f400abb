package org.crossface.pathway.recovery;

import java.time.OffsetDateTime;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.crossface.pathway.CaseCommand;
import org.crossface.platform.api.FormField;
import org.jspecify.annotations.Nullable;

/** Takes the modified Aldrete score. */
public record ScoreAldrete(
        @TargetAggregateIdentifier String pathwayId,
        OffsetDateTime occurredAt,
        String caseId,

        @FormField(label = "Activity", unit = "points", min = 0, max = 2, step = 1)
        int activity,

        @FormField(label = "Respiration", unit = "points", min = 0, max = 2, step = 1)
        int respiration,

        @FormField(label = "Circulation", unit = "points", min = 0, max = 2, step = 1)
        int circulation,

        @FormField(label = "Consciousness", unit = "points", min = 0, max = 2, step = 1)
        int consciousness,

        @FormField(label = "Oxygen saturation", unit = "points", min = 0, max = 2, step = 1)
        int oxygenSaturation,

        @FormField(label = "Total", unit = "points", min = 0, max = 10, step = 1, help = "Leave empty: it is computed")
        @Nullable
        Integer total)
        implements CaseCommand {}
