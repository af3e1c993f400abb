package org.crossface.simulator;

import java.time.LocalDate;

/** Days on which clinics see patients. */
final class Weekdays {

    private Weekdays() {}

    /** The day itself, or the Monday after it when it falls on a weekend. */
    static LocalDate onOrAfter(LocalDate day) {
        return switch (day.getDayOfWeek()) {
            case SATURDAY -> day.plusDays(2);
            case SUNDAY -> day.plusDays(1);
            case MONDAY, TUESDAY, WEDNESDAY, THURSDAY, FRIDAY -> day;
        };
    }
}
