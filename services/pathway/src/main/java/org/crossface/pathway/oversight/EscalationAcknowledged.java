package org.crossface.pathway.oversight;

import java.time.OffsetDateTime;
import org.crossface.platform.api.EventName;
import org.crossface.platform.api.Harmless;
import org.crossface.platform.api.Personal;

/**
 * Somebody who was told that a task waits has it in hand: nobody further up is told (clinical reference, section 3).
 *
 * @param timer the row of the reference, such as {@code T-17}
 * @param task tells it from other tasks of the same timer in the pathway; empty where there is only one
 * @param start day or instant that the task counts from, which tells it from a later task of the same name
 * @param step of the escalation that was reached last, from 1
 * @param plan what will be done
 */
@EventName("oversight.escalation-acknowledged")
public record EscalationAcknowledged(
        @Harmless String pathwayId,
        @Harmless String factId,
        OffsetDateTime occurredAt,
        @Harmless String timer,
        @Harmless String task,
        @Harmless("day or time of another fact") String start,
        int step,
        @Personal String plan,
        @Harmless("identifier of a user") String acknowledgedBy)
        implements TaskFact {}
