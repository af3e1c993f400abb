package org.crossface.web.pages.patient;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.crossface.coordination.story.PathwaySummary;
import org.crossface.coordination.story.Wording;
import org.crossface.web.pages.SiteTimes;
import org.jspecify.annotations.Nullable;

/**
 * A small chart with its table. Coordinates are in a view box of 400 by 200.
 *
 * @param ends a horizontal line with its text; {@code null} for none
 * @param corridor polygon of the expected course; empty for none
 */
record ScoreChart(
        String id,
        String title,
        String axis,
        String description,
        List<Mark> grid,
        List<Mark> ticks,
        List<Mark> points,
        @Nullable Mark ends,
        String corridor,
        String foot,
        List<Row> rows) {

    private static final double LEFT = 34;
    private static final double RIGHT = 380;
    private static final double BOTTOM = 174;
    private static final double HEIGHT = 160;
    private static final double BEFORE = 48;
    private static final double MONTH_ZERO = 73.5;
    private static final double DAYS_PER_MONTH = 30.4375;
    private static final int MONTHS = 24;
    private static final int YEAR = 365;
    private static final int TINEL_STEP = 40;
    private static final int FIRST_SIGN_DAY = 14;
    private static final int LATEST_SIGN_DAY = 30;
    private static final double FASTEST_MM = 1.8;
    private static final double SLOWEST_MM = 1.0;

    /** A position with its text. */
    record Mark(String x, String y, String text, boolean high) {}

    /** A row of the table. */
    record Row(LocalDate on, String what, String value) {}

    /** The line through the points. */
    public String line() {
        return points.stream().map(point -> point.x() + "," + point.y()).collect(Collectors.joining(" "));
    }

    static List<ScoreChart> of(PatientFile file, SiteTimes times) {
        return List.of(
                scores(file, "sunnybrook", "Sunnybrook composite", "", 100, 20, PathwaySummary.Score::sunnybrook),
                scores(file, "excursion", "Smile excursion, mm", " mm", 10, 2, PathwaySummary.Score::excursionMm),
                tinel(file, times));
    }

    private static ScoreChart scores(
            PatientFile file,
            String id,
            String title,
            String unit,
            double least,
            double step,
            Function<PathwaySummary.Score, @Nullable Number> value) {
        List<Mark> points = new ArrayList<>();
        List<Row> rows = new ArrayList<>();
        List<PathwaySummary.Score> measured = file.summary().scores().stream()
                .filter(score -> value.apply(score) != null)
                .toList();
        double most = Math.max(
                least,
                measured.stream()
                        .mapToDouble(score -> number(value.apply(score)))
                        .max()
                        .orElse(0));
        double top = Math.ceil(most / step) * step;
        double lowest = Math.min(
                0,
                measured.stream()
                        .mapToDouble(score -> number(value.apply(score)))
                        .min()
                        .orElse(0));
        double bottom = Math.floor(lowest / step) * step;
        for (PathwaySummary.Score score : measured) {
            double number = number(value.apply(score));
            LocalDate operated = score.since();
            double x = operated == null || score.on().isBefore(operated)
                    ? BEFORE
                    : month(ChronoUnit.DAYS.between(operated, score.on()) / DAYS_PER_MONTH);
            points.add(point(x, y(number, bottom, top), Wording.number(number), points));
            rows.add(new Row(score.on(), score.visit(), Wording.number(number) + unit));
        }
        List<Mark> ticks = new ArrayList<>(List.of(mark(BEFORE, 192, "before")));
        for (int months : List.of(3, 6, 9, 12, 18, MONTHS)) {
            ticks.add(mark(month(months), 192, months == MONTHS ? months + " mo" : String.valueOf(months)));
        }
        return new ScoreChart(
                id,
                title,
                "months after stage two",
                description(title, rows),
                grid(bottom, top, step),
                ticks,
                points,
                null,
                "",
                foot(measured.stream().map(value).map(ScoreChart::number).toList(), unit),
                rows);
    }

    private static String foot(List<Double> values, String unit) {
        if (values.isEmpty()) {
            return "Not measured yet";
        }
        double change = Math.round((values.getLast() - values.getFirst()) * 10) / 10.0;
        return values.size() == 1
                ? "First reading " + Wording.number(values.getFirst()) + unit
                : "Change so far " + (change > 0 ? "+" : "") + Wording.number(change) + unit;
    }

    private static ScoreChart tinel(PatientFile file, SiteTimes times) {
        LocalDate operated = file.state().operations().stageOneDate().orElse(null);
        List<PathwaySummary.Tinel> readings =
                operated == null ? List.of() : file.summary().tinel();
        Double graft = file.summary().graftMm();
        double longest = Math.max(
                160,
                Math.max(
                        graft == null ? 0 : graft,
                        readings.stream()
                                .mapToDouble(PathwaySummary.Tinel::mm)
                                .max()
                                .orElse(0)));
        double top = Math.ceil(longest / TINEL_STEP) * TINEL_STEP;
        long span = Math.max(
                YEAR,
                operated == null || readings.isEmpty()
                        ? 0
                        : ChronoUnit.DAYS.between(operated, readings.getLast().on()));
        List<Mark> points = new ArrayList<>();
        List<Row> rows = new ArrayList<>();
        if (operated != null && !readings.isEmpty()) {
            points.add(mark(LEFT, BOTTOM, ""));
            for (PathwaySummary.Tinel reading : readings) {
                long day = ChronoUnit.DAYS.between(operated, reading.on());
                points.add(
                        point(day((double) day, span), y(reading.mm(), 0, top), Wording.number(reading.mm()), points));
                rows.add(new Row(reading.on(), "Day " + day, Wording.number(reading.mm()) + " mm"));
            }
        }
        List<Mark> ticks = List.of(
                mark(LEFT, 192, "day 0"),
                mark(day(91, span), 192, "91"),
                mark(day(182, span), 192, "182"),
                mark(day(273, span), 192, "273"),
                mark(day(YEAR, span), 192, "365"));
        return new ScoreChart(
                "tinel",
                "Tinel advance, mm",
                "days after stage one",
                description("Tinel advance", rows),
                grid(0, top, TINEL_STEP),
                ticks,
                points,
                graft == null ? null : mark(LEFT, y(graft, 0, top), "graft end " + Wording.number(graft) + " mm"),
                graft == null ? "" : corridor(graft, span, top),
                tinelFoot(readings, times),
                rows);
    }

    private static String tinelFoot(List<PathwaySummary.Tinel> readings, SiteTimes times) {
        if (readings.isEmpty()) {
            return "No reading yet";
        }
        PathwaySummary.Tinel last = readings.getLast();
        return (last.atDistalEnd() ? "At the end of the graft on " : "Last reading ") + times.date(last.on());
    }

    /** The expected range of the Tinel sign at 1.0 to 1.8 mm a day, after two to four weeks. */
    private static String corridor(double graft, long span, double top) {
        double fast = FIRST_SIGN_DAY + graft / FASTEST_MM;
        double slow = LATEST_SIGN_DAY + graft / SLOWEST_MM;
        return pair(day(FIRST_SIGN_DAY, span), BOTTOM)
                + " " + pair(day(fast, span), y(graft, 0, top))
                + " " + pair(day(slow, span), y(graft, 0, top))
                + " " + pair(day(LATEST_SIGN_DAY, span), BOTTOM);
    }

    private static List<Mark> grid(double bottom, double top, double step) {
        List<Mark> grid = new ArrayList<>();
        for (double value = bottom; value <= top; value += step) {
            grid.add(mark(LEFT, y(value, bottom, top), Wording.number(value)));
        }
        return grid;
    }

    /** A value is above its point, or below it if it would overlap the value before. */
    private static Mark point(double x, double y, String text, List<Mark> before) {
        boolean near = !before.isEmpty()
                && before.getLast().high()
                && x - Double.parseDouble(before.getLast().x()) < 26
                && Math.abs(y - Double.parseDouble(before.getLast().y())) < 14;
        return new Mark(write(x), write(y), text, (!near && y > 24) || y > BOTTOM - 18);
    }

    private static double month(double months) {
        return MONTH_ZERO + Math.min(months, MONTHS + 1) * (RIGHT - MONTH_ZERO) / MONTHS;
    }

    private static double day(double day, long span) {
        return LEFT + day * (RIGHT - LEFT) / span;
    }

    private static double y(double value, double bottom, double top) {
        return BOTTOM - (value - bottom) * HEIGHT / (top - bottom);
    }

    private static double number(@Nullable Number value) {
        return value == null ? 0 : value.doubleValue();
    }

    private static Mark mark(double x, double y, String text) {
        return new Mark(write(x), write(y), text, true);
    }

    private static String pair(double x, double y) {
        return write(x) + "," + write(y);
    }

    private static String write(double value) {
        return String.format(Locale.ROOT, "%.1f", value);
    }

    private static String description(String title, List<Row> rows) {
        return rows.isEmpty()
                ? title + ": not measured yet"
                : title + ": "
                        + rows.stream()
                                .map(row -> row.value() + " on " + row.on() + " (" + row.what() + ")")
                                .collect(Collectors.joining(", "));
    }
}
