package org.crossface.web.pages;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.TextStyle;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Formats dates and times in the site's zone; templates use it as {@code shell.times}. {@code null} gives an empty string. */
public final class SiteTimes {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMM", Locale.ENGLISH);
    private static final DateTimeFormatter DAY_AND_YEAR = DateTimeFormatter.ofPattern("d MMM yyyy", Locale.ENGLISH);
    private static final DateTimeFormatter WEEKDAY = DateTimeFormatter.ofPattern("EEE d MMM yyyy", Locale.ENGLISH);
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm", Locale.ENGLISH);
    private static final int MINUTES_PER_HOUR = 60;

    /** From here on nobody asks for hours. */
    private static final Duration IN_DAYS = Duration.ofDays(2);

    private final Clock clock;
    private final ZoneId zone;

    /**
     * Times of one zone.
     *
     * @param clock domain time
     */
    public SiteTimes(Clock clock, ZoneId zone) {
        this.clock = clock;
        this.zone = zone;
    }

    public ZoneId zone() {
        return zone;
    }

    public Instant now() {
        return clock.instant();
    }

    public LocalDate today() {
        return LocalDate.ofInstant(now(), zone);
    }

    /** Such as {@code America/Los_Angeles (PDT)}. */
    public String getZoneLabel() {
        ZonedDateTime now = now().atZone(zone);
        String shortName = DateTimeFormatter.ofPattern("zzz", Locale.ENGLISH).format(now);
        return zone.getId().equals(shortName)
                ? zone.getDisplayName(TextStyle.FULL, Locale.ENGLISH)
                : zone.getId() + " (" + shortName + ")";
    }

    /** {@code 13 Oct}, or {@code 13 Oct 2027} in another year than this. */
    public String date(@Nullable LocalDate date) {
        if (date == null) {
            return "";
        }
        return (date.getYear() == today().getYear() ? DAY : DAY_AND_YEAR).format(date);
    }

    /** The site's date of an instant. */
    public String date(@Nullable Instant instant) {
        return instant == null ? "" : date(LocalDate.ofInstant(instant, zone));
    }

    /** {@code Tue 13 Oct 2026}. */
    public String weekday(LocalDate date) {
        return WEEKDAY.format(date);
    }

    /** {@code 14:12}. */
    public String time(@Nullable Instant instant) {
        return instant == null ? "" : TIME.format(instant.atZone(zone));
    }

    /** {@code 13 Oct 14:12}; only the time when it is today. */
    public String dateTime(@Nullable Instant instant) {
        if (instant == null) {
            return "";
        }
        LocalDate date = LocalDate.ofInstant(instant, zone);
        return date.equals(today()) ? time(instant) : date(date) + " " + time(instant);
    }

    /** ISO 8601 in UTC, for the attributes {@code datetime} and {@code title}. */
    public String iso(@Nullable Instant instant) {
        return instant == null ? "" : instant.truncatedTo(ChronoUnit.SECONDS).toString();
    }

    /** {@code 2 h 52 min}, and {@code 3 d} from two days on; the absolute value of a negative duration. */
    public static String roughly(Duration duration) {
        return duration.abs().compareTo(IN_DAYS) < 0
                ? span(duration)
                : duration.abs().toDays() + " d";
    }

    /** {@code 2 h 52 min} or {@code 8 min}; the absolute value of a negative duration. */
    public static String span(Duration duration) {
        long minutes = Math.abs(duration.toMinutes());
        long hours = minutes / MINUTES_PER_HOUR;
        long rest = minutes % MINUTES_PER_HOUR;
        if (hours == 0) {
            return rest + " min";
        }
        return rest == 0 ? hours + " h" : hours + " h " + rest + " min";
    }
}
