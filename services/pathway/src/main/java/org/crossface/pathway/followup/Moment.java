package org.crossface.pathway.followup;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;

/**
 * A point in time by which something is reckoned.
 *
 * @param day by the calendar of whoever it concerns
 * @param time by the clock of whoever it concerns
 * @param at the first instant of the day where nothing tells the time
 * @param timed whether the time of the day matters
 */
public record Moment(LocalDate day, LocalTime time, Instant at, boolean timed) {

    /** This day, from its first instant on. */
    public static Moment on(LocalDate day, ZoneId zone) {
        ZonedDateTime start = day.atStartOfDay(zone);
        return new Moment(day, start.toLocalTime(), start.toInstant(), false);
    }

    /** This instant. */
    public static Moment at(Instant at, ZoneId zone) {
        return at(at, zone, true);
    }

    static Moment at(Instant at, ZoneId zone, boolean timed) {
        ZonedDateTime local = at.atZone(zone);
        return new Moment(local.toLocalDate(), local.toLocalTime(), at, timed);
    }

    /** The later of the two. */
    Moment notBefore(Moment other) {
        return at.isBefore(other.at) ? other : this;
    }
}
