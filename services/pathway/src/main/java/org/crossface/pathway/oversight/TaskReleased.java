package org.crossface.pathway.oversight;

import java.time.OffsetDateTime;
import org.crossface.platform.api.EventName;
import org.crossface.platform.api.Harmless;

/**
 * Whoever held a task does not do it after all; it is open to everybody of its role again.
 *
 * @param timer the row of the reference, such as {@code T-17}
 * @param task tells it from other tasks of the same timer in the pathway; empty where there is only one
 * @param start day or instant that the task counts from, which tells it from a later task of the same name
 */
@EventName("oversight.task-released")
public record TaskReleased(
        @Harmless String pathwayId,
        @Harmless String factId,
        OffsetDateTime occurredAt,
        @Harmless String timer,
        @Harmless String task,
        @Harmless("day or time of another fact") String start,
        @Harmless("identifier of a user") String releasedBy)
        implements TaskFact {}
