package org.crossface.pathway.vocabulary;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Year;
import java.time.YearMonth;
import java.util.Optional;

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
                default -> Optional.of(new PartialDate(LocalDate.parse(text), LocalDate.parse(text)));
            };
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static PartialDate ofYear(Year year) {
        return new PartialDate(year.atDay(1), year.atDay(year.length()));
    }

    private static PartialDate ofMonth(YearMonth month) {
        return new PartialDate(month.atDay(1), month.atEndOfMonth());
    }
}
