package org.crossface.pathway.scheduling;

import java.time.OffsetDateTime;
import java.util.List;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.crossface.pathway.Stage;
import org.crossface.platform.api.FormField;
import org.jspecify.annotations.Nullable;

/** Moves the scheduled case of one stage to another slot. */
public record RescheduleSurgery(
        @TargetAggregateIdentifier String pathwayId,
        OffsetDateTime occurredAt,
        @FormField(label = "Stage") Stage stage,
        @FormField(label = "Starts at") OffsetDateTime startsAt,

        @FormField(label = "Estimated duration", unit = "min", min = 30, max = 900, step = 5)
        int estimatedMinutes,

        @FormField(
                label = "Expected recovery",
                unit = "min",
                min = 60,
                max = 1440,
                step = 5,
                help = "From the end of the operation to discharge; empty for the usual time")
        @Nullable
        Integer recoveryMinutes,

        @FormField(label = "Room") String room,

        @FormField(label = "Surgeons", min = 1, max = 4, help = "The accountable surgeon first")
        List<String> surgeonIds,

        @FormField(label = "Reason") ScheduleChangeReason reason)
        implements SlotEntry {}
