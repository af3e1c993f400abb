package org.crossface.pathway.oversight;

import java.time.OffsetDateTime;
import org.crossface.platform.api.EventName;
import org.crossface.platform.api.Harmless;
import org.crossface.platform.api.Role;

/**
 * Somebody has to be told that a task waits (clinical reference, section 3).
 *
 * @param occurredAt when it was found: later than it became so where no server ran, or where a correction moved its start into the past
 * @param timer the row of the reference, such as {@code T-17}
 * @param task tells it from other tasks of the same timer in the pathway; empty where there is only one
 * @param step of the escalation, from 1
 * @param role of those who are told
 * @param told in words, such as {@code Medical director}
 * @param since when the time for this step of the escalation had come
 */
@EventName("oversight.task-escalated")
public record TaskEscalated(
        @Harmless String pathwayId,
        @Harmless String factId,
        OffsetDateTime occurredAt,
        @Harmless String timer,
        @Harmless String task,
        int step,
        Role role,
        @Harmless String told,
        OffsetDateTime since)
        implements OversightFact {}
