package org.crossface.pathway.oversight;

import java.time.OffsetDateTime;
import org.crossface.platform.api.EventName;
import org.crossface.platform.api.Harmless;

/**
 * Somebody has taken on a task that is open, so that nobody else begins it.
 *
 * @param timer the row of the reference, such as {@code T-17}
 * @param task tells it from other tasks of the same timer in the pathway; empty where there is only one
 * @param start day or instant that the task counts from, which tells it from a later task of the same name
 */
@EventName("oversight.task-claimed")
public record TaskClaimed(
        @Harmless String pathwayId,
        @Harmless String factId,
        OffsetDateTime occurredAt,
        @Harmless String timer,
        @Harmless String task,
        @Harmless("day or time of another fact") String start,
        @Harmless("identifier of a user") String claimedBy)
        implements TaskFact {}
