package org.crossface.pathway.oversight;

import java.time.OffsetDateTime;
import org.crossface.platform.api.EventName;
import org.crossface.platform.api.Harmless;
import org.crossface.platform.api.Personal;
import org.crossface.platform.api.Role;
import org.jspecify.annotations.Nullable;

/**
 * A task was given to a person or to the people of another role.
 *
 * @param timer the row of the reference, such as {@code T-17}
 * @param task tells it from other tasks of the same timer in the pathway; empty where there is only one
 * @param start day or instant that the task counts from, which tells it from a later task of the same name
 * @param role of those who do it from now on; {@code null} when that stays as it is
 * @param person who does it from now on; {@code null} for anybody of the role
 */
@EventName("oversight.task-reassigned")
public record TaskReassigned(
        @Harmless String pathwayId,
        @Harmless String factId,
        OffsetDateTime occurredAt,
        @Harmless String timer,
        @Harmless String task,
        @Harmless("day or time of another fact") String start,
        @Nullable Role role,
        @Harmless("identifier of a user") @Nullable String person,
        @Personal String reason,
        @Harmless("identifier of a user") String reassignedBy)
        implements TaskFact {}
