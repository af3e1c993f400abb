package org.crossface.coordination.story;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One event of a pathway on the timeline.
 *
 * @param position in the event store
 * @param event logical name, such as {@code surgery.stage-one-completed}
 * @param area first part of that name
 * @param detail figures, sides and codes; empty when the title says all
 * @param supersededBy position of the event that corrected or retracted it; {@code null} when it stands
 */
public record TimelineEntry(
        long sequence,
        long position,
        String factId,
        String event,
        Instant occurredAt,
        Instant recordedAt,
        @Nullable String actor,
        @Nullable String role,
        @Nullable String caseId,
        String area,
        String title,
        String detail,
        @Nullable Long supersededBy) {}
