package org.crossface.web.api.command;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.OffsetDateTime;

/** Which texts are dates that a clinic can mean. */
final class Dates {

    private static final int FIRST_YEAR = 1880;
    private static final int LAST_YEAR = 2200;

    private Dates() {}

    static boolean isDate(String text) {
        try {
            return isMeant(LocalDate.parse(text).getYear());
        } catch (DateTimeException e) {
            return false;
        }
    }

    static boolean isDateTime(String text) {
        try {
            return isMeant(OffsetDateTime.parse(text).getYear());
        } catch (DateTimeException e) {
            return false;
        }
    }

    private static boolean isMeant(int year) {
        return year >= FIRST_YEAR && year <= LAST_YEAR;
    }
}
