package org.crossface.web.pages.board;

import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.crossface.coordination.board.BoardRow;
import org.crossface.coordination.board.TaskRow;
import org.crossface.web.pages.Names;
import org.jspecify.annotations.Nullable;

/** The board as CSV, with ISO dates. Values that a spreadsheet would evaluate as a formula are escaped. */
final class BoardCsv {

    /** Includes the full-width signs: spreadsheets in some languages evaluate them too. */
    private static final String FORMULA_STARTS = "=+-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20";

    private static final List<String> HEAD = List.of(
            "number",
            "name",
            "phase",
            "lane",
            "paralysed_side",
            "referred_on",
            "consent_until",
            "clearance_items",
            "clearance_until",
            "stage_one_on",
            "graft_mm",
            "tinel_mm",
            "confirmed_on",
            "stage_two_on",
            "movement_on",
            "adherence_percent",
            "next",
            "next_due",
            "next_overdue",
            "ended_on",
            "outcome");

    private BoardCsv() {}

    static String of(List<BoardRow> rows, Names names) {
        return Stream.concat(Stream.of(String.join(",", HEAD)), rows.stream().map(row -> line(row, names)))
                .collect(Collectors.joining("\r\n", "", "\r\n"));
    }

    private static String line(BoardRow row, Names names) {
        TaskRow next = row.next();
        return Stream.of(
                        row.number(),
                        names.of(row.familyName(), row.givenName(), row.erased()),
                        row.phase(),
                        row.lane(),
                        text(row.side()),
                        row.referredOn(),
                        text(row.consentUntil()),
                        row.clearanceItems(),
                        text(row.clearanceUntil()),
                        text(row.stageOneOn()),
                        text(row.graftMm()),
                        text(row.tinelMm()),
                        text(row.confirmedOn()),
                        text(row.stageTwoOn()),
                        text(row.movementOn()),
                        text(row.adherencePercent()),
                        next == null ? "" : next.label(),
                        next == null ? "" : text(next.dueOn()),
                        next == null ? "" : text(next.overdueOn()),
                        text(row.endedOn()),
                        text(row.outcome()))
                .map(value -> cell(value.toString()))
                .collect(Collectors.joining(","));
    }

    private static String text(@Nullable Object value) {
        return Objects.toString(value, "");
    }

    /** A cell that begins like a formula gets an apostrophe as prefix. */
    static String cell(String value) {
        String harmless = !value.isEmpty() && FORMULA_STARTS.indexOf(value.charAt(0)) >= 0 ? "'" + value : value;
        boolean quote = harmless.chars().anyMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
        return quote ? '"' + harmless.replace("\"", "\"\"") + '"' : harmless;
    }
}
