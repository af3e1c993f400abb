package org.crossface.pathway.oversight;

import java.time.OffsetDateTime;
import org.crossface.platform.api.EventName;
import org.crossface.platform.api.Harmless;

/**
 * What had to be done was not done in time (clinical reference, section 3).
 *
 * @param occurredAt when it was found: later than it became so where no server ran, or where a correction moved its start into the past
 * @param timer the row of the reference, such as {@code T-17}
 * @param task tells it from other tasks of the same timer in the pathway; empty where there is only one
 * @param since when it became overdue
 */
@EventName("oversight.task-overdue")
public record TaskOverdue(
        @Harmless String pathwayId,
        @Harmless String factId,
        OffsetDateTime occurredAt,
        @Harmless String timer,
        @Harmless String task,
        OffsetDateTime since)
        implements OversightFact {}
