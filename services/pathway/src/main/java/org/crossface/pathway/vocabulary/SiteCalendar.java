package org.crossface.pathway.vocabulary;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * On which days a surgery centre works. Weekends and holidays are data, since centres differ in both and change them.
 *
 * @param versions the earliest first; the first one holds for all days before the second one begins
 */
public record SiteCalendar(List<Version> versions) {

    private static final SiteCalendar MONDAY_TO_FRIDAY = new SiteCalendar(
            List.of(new Version(LocalDate.EPOCH, EnumSet.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY), Set.of())));

    /**
     * Keeps its own copy, in the order of the first days.
     *
     * @throws IllegalArgumentException if there is no version
     */
    public SiteCalendar {
        if (versions.isEmpty()) {
            throw new IllegalArgumentException("A calendar has at least one version");
        }
        versions = versions.stream().sorted(Comparator.comparing(Version::from)).toList();
    }

    /**
     * The calendar as it is from a day on.
     *
     * @param from first day
     * @param weekend days of the week on which the centre is closed; never all seven
     * @param holidays other days on which it is closed
     */
    public record Version(LocalDate from, Set<DayOfWeek> weekend, Set<LocalDate> holidays) {

        /**
         * Keeps its own copies.
         *
         * @throws IllegalArgumentException if no day of the week is left to work on
         */
        public Version {
            weekend = Set.copyOf(weekend);
            holidays = Set.copyOf(holidays);
            if (weekend.size() == DayOfWeek.values().length) {
                throw new IllegalArgumentException("A week has at least one day that is no weekend");
            }
        }

        boolean isOpen(LocalDate day) {
            return !weekend.contains(day.getDayOfWeek()) && !holidays.contains(day);
        }
    }

    /** Closed on Saturday and Sunday, without a holiday: what holds for a centre that has entered nothing else. */
    public static SiteCalendar mondayToFriday() {
        return MONDAY_TO_FRIDAY;
    }

    /** Whether the centre works on this day. */
    public boolean isBusinessDay(LocalDate day) {
        return inForceOn(day).isOpen(day);
    }

    private Version inForceOn(LocalDate day) {
        return versions.reversed().stream()
                .filter(version -> !version.from().isAfter(day))
                .findFirst()
                .orElse(versions.getFirst());
    }

    /**
     * The last of so many business days after a day, which itself does not count.
     *
     * @param days 0 or more; with 0 it is the day itself, whatever day it is
     */
    public LocalDate plusBusinessDays(LocalDate from, int days) {
        LocalDate day = from;
        for (int left = days; left > 0; left--) {
            day = nextBusinessDay(day.plusDays(1));
        }
        return day;
    }

    /**
     * The first business day from this day on. A due date that falls on a Sunday stays there; a visit is offered on this day (vector 8.4).
     */
    public LocalDate nextBusinessDay(LocalDate from) {
        LocalDate day = from;
        while (!isBusinessDay(day)) {
            day = day.plusDays(1);
        }
        return day;
    }
}
