package org.crossface.pathway.oversight;

import java.time.OffsetDateTime;
import org.crossface.platform.api.EventName;
import org.crossface.platform.api.Harmless;
import org.crossface.platform.api.Personal;

/**
 * A task rests until a time at which somebody goes on with it. None of its moments moves: it becomes overdue and is escalated as before.
 *
 * @param timer the row of the reference, such as {@code T-17}
 * @param task tells it from other tasks of the same timer in the pathway; empty where there is only one
 * @param start day or instant that the task counts from, which tells it from a later task of the same name
 * @param until when it stands on lists again
 */
@EventName("oversight.task-snoozed")
public record TaskSnoozed(
        @Harmless String pathwayId,
        @Harmless String factId,
        OffsetDateTime occurredAt,
        @Harmless String timer,
        @Harmless String task,
        @Harmless("day or time of another fact") String start,
        OffsetDateTime until,
        @Personal String reason,
        @Harmless("identifier of a user") String snoozedBy)
        implements TaskFact {}
