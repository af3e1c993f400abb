package org.crossface.web.fhir;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.Optional;
import org.hl7.fhir.r4.model.Period;
import org.jspecify.annotations.Nullable;

/** FHIR's dates as they are written: a year, a month, a day or a moment. */
final class Written {

    private static final int YEAR = "2000".length();
    private static final int MONTH = "2000-01".length();
    private static final int DAY = "2000-01-01".length();

    private Written() {}

    /** Whether the period includes the day. A bound that is not written, or that cannot be read, does not exclude it. */
    static boolean includes(Period period, LocalDate day) {
        boolean begun = first(period.getStartElement().getValueAsString())
                .map(start -> !start.isAfter(day))
                .orElse(true);
        boolean lasts = last(period.getEndElement().getValueAsString())
                .map(end -> !end.isBefore(day))
                .orElse(true);
        return begun && lasts;
    }

    /** The first day of what is written. */
    static Optional<LocalDate> first(@Nullable String written) {
        return parsed(written, false);
    }

    /** The last day of what is written. */
    private static Optional<LocalDate> last(@Nullable String written) {
        return parsed(written, true);
    }

    private static Optional<LocalDate> parsed(@Nullable String written, boolean last) {
        if (written == null) {
            return Optional.empty();
        }
        try {
            if (written.length() == YEAR) {
                int year = Integer.parseInt(written);
                return Optional.of(last ? LocalDate.of(year, 12, 31) : LocalDate.of(year, 1, 1));
            }
            if (written.length() == MONTH) {
                YearMonth month = YearMonth.parse(written);
                return Optional.of(last ? month.atEndOfMonth() : month.atDay(1));
            }
            return Optional.of(LocalDate.parse(written.substring(0, Math.min(DAY, written.length()))));
        } catch (DateTimeException | NumberFormatException e) {
            return Optional.empty();
        }
    }

    /**
     * The day at a place; empty when less than a day is written.
     *
     * @throws DateTimeException if there is no such day or moment
     */
    static Optional<LocalDate> day(@Nullable String written, ZoneId zone) {
        if (written == null || written.length() < DAY) {
            return Optional.empty();
        }
        return Optional.of(
                written.length() == DAY
                        ? LocalDate.parse(written)
                        : OffsetDateTime.parse(written).atZoneSameInstant(zone).toLocalDate());
    }
}
