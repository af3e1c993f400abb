package org.crossface.web.pages.today;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** The hours of a theatre day as percentages of the width, so that the text keeps its size at any width. */
final class HourAxis {

    private static final int FIRST_HOUR = 7;
    private static final int LAST_HOUR = 22;
    private static final double FULL = 100.0;

    private final Instant from;
    private final Instant to;
    private final ZoneId zone;

    private HourAxis(Instant from, Instant to, ZoneId zone) {
        this.from = from;
        this.to = to;
        this.zone = zone;
    }

    /** The hours from 7 to 22, extended to include all shown instants of the day. */
    static HourAxis of(LocalDate day, ZoneId zone, Stream<Instant> shown) {
        Instant from = day.atTime(LocalTime.of(FIRST_HOUR, 0)).atZone(zone).toInstant();
        Instant to = day.atTime(LocalTime.of(LAST_HOUR, 0)).atZone(zone).toInstant();
        Instant begin = day.atStartOfDay(zone).toInstant();
        Instant end = day.plusDays(1).atStartOfDay(zone).toInstant();
        for (Instant instant : shown.toList()) {
            if (instant.isBefore(from) && !instant.isBefore(begin)) {
                from = instant.truncatedTo(ChronoUnit.HOURS);
            }
            if (instant.isAfter(to) && !instant.isAfter(end)) {
                to = instant.truncatedTo(ChronoUnit.HOURS).plus(Duration.ofHours(1));
            }
        }
        return new HourAxis(from, to, zone);
    }

    /** Position of an instant, 0 to 100. */
    double x(Instant instant) {
        double share = (double) Duration.between(from, instant).toSeconds()
                / Duration.between(from, to).toSeconds();
        return round(Math.clamp(share, 0, 1) * FULL);
    }

    /** Width of a period, 0 to 100. */
    double width(Instant begin, Instant end) {
        return Math.max(0, round(x(end) - x(begin)));
    }

    boolean contains(Instant instant) {
        return !instant.isBefore(from) && !instant.isAfter(to);
    }

    /** One label of the axis. */
    record Hour(double x, String label, boolean first, boolean last) {}

    List<Hour> hours() {
        List<Hour> hours = new ArrayList<>();
        for (Instant at = from; !at.isAfter(to); at = at.plus(Duration.ofHours(1))) {
            String label = String.format(Locale.ROOT, "%02d", at.atZone(zone).getHour());
            hours.add(new Hour(x(at), label, at.equals(from), at.equals(to)));
        }
        return hours;
    }

    private static double round(double value) {
        return Math.round(value * FULL) / FULL;
    }
}
