package org.crossface.platform.api.values;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;

/**
 * Dates and times: in years that make sense in a clinic, in whole microseconds as PostgreSQL stores them, with an offset of a real place in
 * whole minutes. {@code java.time} accepts offsets up to 18 hours, a timestamp of PostgreSQL less than 16, and RFC 3339 no seconds in them.
 */
public final class StorableTime {

    /** No patient was born earlier. */
    public static final int FIRST_YEAR = 1880;

    /** No appointment lies later. */
    public static final int LAST_YEAR = 2200;

    /** The Line Islands and Baker Island have the outermost offsets. */
    private static final int EASTERNMOST = 14 * 3600;

    private static final int WESTERNMOST = -12 * 3600;
    private static final int MINUTE = 60;

    private static final LocalDate FIRST = LocalDate.of(FIRST_YEAR, 1, 1);
    private static final LocalDate LAST = LocalDate.of(LAST_YEAR, 12, 31);

    private StorableTime() {}

    /**
     * @throws UnstorableValue if it lies outside the years {@value #FIRST_YEAR} to {@value #LAST_YEAR}
     */
    static LocalDate normalised(String path, LocalDate date) {
        if (!isMeant(date)) {
            throw strangeYear(path);
        }
        return date;
    }

    /**
     * The same moment, truncated to microseconds; an offset with seconds, from a time before time zones, becomes one in whole minutes.
     *
     * @throws UnstorableValue if it lies outside the years {@value #FIRST_YEAR} to {@value #LAST_YEAR}, or its offset outside -12:00 to
     *     +14:00
     */
    static OffsetDateTime normalised(String path, OffsetDateTime time) {
        if (!isMeant(time.toLocalDate())) {
            throw strangeYear(path);
        }
        if (!isOfAPlace(time.getOffset())) {
            throw new UnstorableValue(
                    path, "No place has this UTC offset", "Give a time with an offset from -12:00 to +14:00");
        }
        return simplified(time);
    }

    /** The nearest day between the years {@value #FIRST_YEAR} and {@value #LAST_YEAR}. */
    public static LocalDate mended(LocalDate date) {
        if (date.isBefore(FIRST)) {
            return FIRST;
        }
        return date.isAfter(LAST) ? LAST : date;
    }

    /** The same moment, in UTC if no place has its offset; the nearest allowed moment if its year is out of range. */
    public static OffsetDateTime mended(OffsetDateTime time) {
        OffsetDateTime placed = isOfAPlace(time.getOffset()) ? time : inUtc(time);
        LocalDate day = placed.toLocalDate();
        return simplified(isMeant(day) ? placed : placed.with(mended(day)));
    }

    /** The first and last moments of {@code java.time} cannot be expressed in UTC. */
    private static OffsetDateTime inUtc(OffsetDateTime time) {
        OffsetDateTime near = isMeant(time.toLocalDate()) ? time : time.with(mended(time.toLocalDate()));
        return near.withOffsetSameInstant(ZoneOffset.UTC);
    }

    private static OffsetDateTime simplified(OffsetDateTime time) {
        int offset = time.getOffset().getTotalSeconds();
        OffsetDateTime minutes = offset % MINUTE == 0
                ? time
                : time.withOffsetSameInstant(ZoneOffset.ofTotalSeconds(Math.floorDiv(offset, MINUTE) * MINUTE));
        return minutes.getNano() % 1_000 == 0 ? minutes : minutes.truncatedTo(ChronoUnit.MICROS);
    }

    private static boolean isMeant(LocalDate date) {
        return date.getYear() >= FIRST_YEAR && date.getYear() <= LAST_YEAR;
    }

    private static boolean isOfAPlace(ZoneOffset offset) {
        return offset.getTotalSeconds() >= WESTERNMOST && offset.getTotalSeconds() <= EASTERNMOST;
    }

    private static UnstorableValue strangeYear(String path) {
        return new UnstorableValue(
                path, "The year of the date is out of range", "Give a date from " + FIRST_YEAR + " to " + LAST_YEAR);
    }
}
