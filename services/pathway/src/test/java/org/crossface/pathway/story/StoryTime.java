package org.crossface.pathway.story;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.crossface.pathway.PathwayFixture;
import org.jspecify.annotations.Nullable;

/**
 * The times of a story, such as {@code 2 m -1 d 09:45}, in the zone of the surgery centre.
 *
 * @param zero the day from which they are counted
 */
record StoryTime(LocalDate zero) {

    private static final Pattern TIME =
            Pattern.compile("((?<m>-?\\d+) m ?)?((?<d>-?\\d+) d ?)?(?<clock>\\d\\d:\\d\\d)?");
    private static final Pattern INTERVAL = Pattern.compile("((?<n>\\d+) )?(?<unit>hour|month)s?");

    /** The date that the text names. */
    LocalDate date(String text) {
        Matcher time = matcher(TIME, text);
        return zero.plusMonths(number(time.group("m"), 0)).plusDays(number(time.group("d"), 0));
    }

    /** Whether the text names a day, and not only a time of the day. */
    static boolean namesDay(String text) {
        return !text.matches("\\d\\d:\\d\\d");
    }

    /** The moment that the text names. */
    OffsetDateTime moment(String text) {
        return zoned(date(text), text).toOffsetDateTime();
    }

    /** The moments from the first to the last; only the first if nothing is repeated. */
    List<OffsetDateTime> times(String first, @Nullable String every, @Nullable String until) {
        if (every == null || until == null) {
            return List.of(moment(first));
        }
        Matcher interval = matcher(INTERVAL, every);
        long step = number(interval.group("n"), 1);
        boolean months = interval.group("unit").equals("month");
        Matcher start = matcher(TIME, first);
        List<OffsetDateTime> times = new ArrayList<>();
        ZonedDateTime end = zoned(date(until), until);
        ZonedDateTime next = zoned(date(first), first);
        for (int i = 1; !next.isAfter(end); i++) {
            times.add(next.toOffsetDateTime());
            next = months
                    ? zoned(
                            zero.plusMonths(number(start.group("m"), 0) + i * step)
                                    .plusDays(number(start.group("d"), 0)),
                            first)
                    : next.plusHours(step);
        }
        return times;
    }

    private static ZonedDateTime zoned(LocalDate day, String text) {
        return day.atTime(LocalTime.parse(matcher(TIME, text).group("clock"))).atZone(PathwayFixture.ZONE);
    }

    private static Matcher matcher(Pattern pattern, String text) {
        Matcher matcher = pattern.matcher(text);
        if (!matcher.matches()) {
            throw new IllegalArgumentException("Not a time of a story: " + text);
        }
        return matcher;
    }

    private static long number(@Nullable String digits, long otherwise) {
        return digits == null ? otherwise : Long.parseLong(digits);
    }
}
