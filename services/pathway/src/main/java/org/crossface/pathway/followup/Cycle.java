package org.crossface.pathway.followup;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One start of a timer that is not satisfied.
 *
 * @param key tells it from others of the same timer in the pathway: a case, a flap, a flag; empty where there is only one
 * @param detail what follows the name of the timer, such as {@code , left}; empty for nothing
 * @param day on which it started, or the day that it counts from; {@code null} when only the instant is known
 * @param instant at which it started; {@code null} when only the day is known
 * @param undated whether no date follows from the start
 * @param endsAt from when on it is over by itself; {@code null} when only a fact ends it
 * @param more steps of the escalation that depend on the facts
 */
public record Cycle(
        String key,
        String detail,
        @Nullable LocalDate day,
        @Nullable Instant instant,
        boolean undated,
        @Nullable Instant endsAt,
        List<Extra> more) {

    /** Keeps its own copy. */
    public Cycle {
        more = List.copyOf(more);
    }

    /**
     * A step of an escalation at an instant that the facts give.
     *
     * @param who is told
     */
    public record Extra(Escalation who, Instant at) {}

    static Cycle on(String key, LocalDate day) {
        return new Cycle(key, "", day, null, false, null, List.of());
    }

    static Cycle at(String key, Instant instant) {
        return new Cycle(key, "", null, instant, false, null, List.of());
    }

    static Cycle at(String key, OffsetDateTime instant) {
        return new Cycle(key, "", null, instant.toInstant(), false, null, List.of());
    }

    /** It waits without a date. */
    static Cycle waiting(String key) {
        return new Cycle(key, "", null, null, true, null, List.of());
    }

    Cycle detail(String words) {
        return new Cycle(key, words, day, instant, undated, endsAt, more);
    }

    Cycle until(Instant end) {
        return new Cycle(key, detail, day, instant, undated, end, more);
    }

    Cycle escalating(List<Extra> steps) {
        return new Cycle(key, detail, day, instant, undated, endsAt, steps);
    }
}
