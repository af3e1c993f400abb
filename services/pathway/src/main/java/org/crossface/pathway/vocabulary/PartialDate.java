package org.crossface.pathway.vocabulary;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Year;
import java.time.YearMonth;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A date of which perhaps only the year or the month is known.
 *
 * @param earliest first day that it may mean
 * @param latest last day that it may mean
 */
public record PartialDate(LocalDate earliest, LocalDate latest) {

    /** Reads {@code 2020}, {@code 2020-09} or {@code 2020-09-14}; empty when the text is none of them. */
    public static Optional<PartialDate> parse(String text) {
        try {
            return switch (text.length()) {
                case 4 -> Optional.of(ofYear(Year.parse(text)));
                case 7 -> Optional.of(ofMonth(YearMonth.parse(text)));
                default -> Optional.of(of(LocalDate.parse(text)));
            };
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /** Reads a stored date; {@code null} where none was stored, and after erasure. */
    public static @Nullable PartialDate stored(@Nullable String text) {
        return text == null ? null : parse(text).orElse(null);
    }

    /** A date of which the day is known. */
    public static PartialDate of(LocalDate day) {
        return new PartialDate(day, day);
    }

    private static PartialDate ofYear(Year year) {
        return new PartialDate(year.atDay(1), year.atDay(year.length()));
    }

    private static PartialDate ofMonth(YearMonth month) {
        return new PartialDate(month.atDay(1), month.atEndOfMonth());
    }

    /** Whether the day is known. */
    public boolean isWhole() {
        return earliest.equals(latest);
    }

    /** As it is written: {@code 2020}, {@code 2020-09} or {@code 2020-09-14}. */
    public String written() {
        if (isWhole()) {
            return earliest.toString();
        }
        YearMonth month = YearMonth.from(earliest);
        return month.equals(YearMonth.from(latest))
                ? month.toString()
                : Year.from(earliest).toString();
    }
}
