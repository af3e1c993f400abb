package org.crossface.simulator;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Comparator;
import java.util.stream.LongStream;

/** The time at which a played cohort ends: the middle of a theatre day at the surgery centre, in any time zone of the user. */
final class MiddayOfTheatres {

    /** At this time one patient of the last day's list has gone home, one is in recovery, two are in theatre and one waits. */
    static final LocalTime TIME = LocalTime.of(13, 20);

    private MiddayOfTheatres() {}

    /** The nearest such time, before or after: less than 18 hours away from Monday to Friday, at most 36 at the weekend. */
    static Instant nearest(Instant now) {
        LocalDate today = World.dayOf(now);
        return LongStream.rangeClosed(-2, 2)
                .mapToObj(today::plusDays)
                .filter(day -> day.getDayOfWeek() != DayOfWeek.SATURDAY && day.getDayOfWeek() != DayOfWeek.SUNDAY)
                .map(day -> World.at(day, TIME).toInstant())
                .min(Comparator.comparing(
                        moment -> Duration.between(now, moment).abs()))
                .orElseThrow();
    }
}
