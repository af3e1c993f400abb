package org.crossface.pathway.oversight;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.Map;

/**
 * Which lateness has been recorded.
 *
 * @param found when each step of each task was found last, by its timer, task and step; step 0 is that it is overdue
 */
public record Lateness(Map<String, Instant> found) {

    private static final Lateness NONE = new Lateness(Map.of());

    /** Keeps its own copy. */
    public Lateness {
        found = Map.copyOf(found);
    }

    /** Before anything was late. */
    public static Lateness none() {
        return NONE;
    }

    /**
     * Whether this has been recorded. A moment that a correction or another policy has moved counts as recorded if it lies before the time at
     * which the step was found: it is the same lateness. A later moment is another one.
     *
     * @param step of the escalation, from 1; 0 for being overdue
     */
    public boolean covers(String timer, String task, int step, Instant moment) {
        Instant known = found.get(key(timer, task, step));
        return known != null && !known.isBefore(moment);
    }

    Lateness with(String timer, String task, int step, OffsetDateTime at) {
        Map<String, Instant> next = new HashMap<>(found);
        next.merge(key(timer, task, step), at.toInstant(), (one, other) -> one.isAfter(other) ? one : other);
        return new Lateness(next);
    }

    private static String key(String timer, String task, int step) {
        return timer + ' ' + task + ' ' + step;
    }
}
