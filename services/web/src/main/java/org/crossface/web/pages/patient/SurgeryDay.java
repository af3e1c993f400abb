package org.crossface.web.pages.patient;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.crossface.pathway.state.CaseProgress;
import org.crossface.pathway.surgery.Operation;
import org.crossface.web.pages.SiteTimes;
import org.jspecify.annotations.Nullable;

/**
 * One day of surgery by hour: before, in and after theatre. Horizontal positions are percent of the width, vertical px.
 *
 * @param zone short name of the zone of the hours
 */
record SurgeryDay(
        String title,
        String zone,
        int height,
        int bandY,
        List<Band> bands,
        List<Tick> ticks,
        List<Label> labels,
        String description) {

    private static final int ROW = 16;
    private static final int TOP = 4;
    private static final int BELOW = 46;
    private static final int MANY_HOURS = 16;
    private static final int LONGEST_HOURS = 30;
    private static final double CHARACTER = 6.4;
    private static final double PERCENT = 100;
    private static final DateTimeFormatter ZONE = DateTimeFormatter.ofPattern("zzz", Locale.ENGLISH);

    /** The patient's stay in one place. */
    record Band(String x, String width, String tone, String text) {}

    /** A full hour; a tick without text is small. */
    record Tick(String x, String text) {}

    /** A moment; {@code leftward} if the text is to the left of its line. */
    record Label(String x, int lineY, int textY, String text, boolean leftward) {}

    /** The day of this operation; {@code null} until the patient is admitted. */
    static @Nullable SurgeryDay of(CaseProgress each, ZoneId zone, SiteTimes times, double width) {
        return each.operation()
                .admittedAt()
                .map(admitted -> new Drawing(each, zone, times, width, admitted.toInstant()).draw())
                .orElse(null);
    }

    private record Moment(Instant at, String text) {}

    private static final class Drawing {

        private final CaseProgress each;
        private final Operation operation;
        private final SiteTimes times;
        private final ZoneId zone;
        private final double width;
        private final Instant admitted;
        private final Instant from;
        private final Instant to;

        Drawing(CaseProgress each, ZoneId zone, SiteTimes times, double width, Instant admitted) {
            this.each = each;
            this.operation = each.operation();
            this.times = times;
            this.zone = zone;
            this.width = width;
            this.admitted = admitted;
            this.from = admitted.truncatedTo(ChronoUnit.HOURS);
            Instant last = Stream.of(
                            each.recovery().departedAt(),
                            each.recoveryAt(),
                            operation.leftTheatreAt(),
                            Optional.of(each.planned().endsAt()))
                    .flatMap(Optional::stream)
                    .map(OffsetDateTime::toInstant)
                    .max(Instant::compareTo)
                    .orElse(admitted);
            Instant end = last.truncatedTo(ChronoUnit.HOURS).plus(1, ChronoUnit.HOURS);
            Instant longest = from.plus(LONGEST_HOURS, ChronoUnit.HOURS);
            this.to = end.isAfter(longest) ? longest : end;
        }

        SurgeryDay draw() {
            List<Moment> moments = moments();
            List<LabelRows.Placed> placed = LabelRows.place(
                    moments.stream()
                            .map(moment -> new LabelRows.Wanted(part(moment.at()) * width, moment.text(), ""))
                            .toList(),
                    width);
            int bandY = TOP + LabelRows.rows(placed) * ROW + TOP;
            return new SurgeryDay(
                    times.weekday(admitted.atZone(zone).toLocalDate()) + ", by hour",
                    ZONE.format(admitted.atZone(zone)),
                    bandY + BELOW,
                    bandY,
                    bands(),
                    ticks(),
                    placed.stream().map(label -> label(label, bandY)).toList(),
                    moments.stream().map(Moment::text).collect(Collectors.joining("; ")));
        }

        private List<Moment> moments() {
            List<Moment> moments = new ArrayList<>();
            moments.add(new Moment(admitted, "admitted " + times.time(admitted)));
            add(moments, "incision", operation.incisionAt());
            add(moments, "pedicle", operation.pedicleDividedAt());
            operation
                    .ischemia()
                    .ifPresent(ischemia -> moments.add(new Moment(
                            ischemia.until().toInstant(),
                            "reperfused " + times.time(ischemia.until().toInstant()) + ", " + ischemia.minutes()
                                    + " min")));
            each.recovery()
                    .departedAt()
                    .map(OffsetDateTime::toInstant)
                    .filter(at -> !at.isAfter(to))
                    .ifPresent(at -> moments.add(new Moment(
                            at,
                            "left " + times.time(at) + ", stay " + SiteTimes.span(Duration.between(admitted, at)))));
            return moments;
        }

        private void add(List<Moment> moments, String what, Optional<OffsetDateTime> at) {
            at.ifPresent(time -> moments.add(new Moment(time.toInstant(), what + " " + times.time(time.toInstant()))));
        }

        private List<Band> bands() {
            List<Band> bands = new ArrayList<>();
            Instant now = times.now();
            Optional<Instant> entered = operation.enteredAt().map(OffsetDateTime::toInstant);
            Optional<Instant> recovery = each.recoveryAt().map(OffsetDateTime::toInstant);
            Optional<Instant> departed = each.recovery().departedAt().map(OffsetDateTime::toInstant);
            add(bands, admitted, entered.or(() -> departed).orElse(now), "plan", "Pre-op");
            entered.ifPresent(
                    begin -> add(bands, begin, recovery.or(() -> departed).orElse(now), "active", "In theatre"));
            recovery.ifPresent(begin -> add(bands, begin, departed.orElse(now), "done", "Recovery"));
            return bands;
        }

        private void add(List<Band> bands, Instant begin, Instant end, String tone, String what) {
            Instant until = end.isAfter(to) ? to : end;
            double share = part(until) - part(begin);
            if (share <= 0) {
                return;
            }
            String full = what + " " + SiteTimes.span(Duration.between(begin, end));
            double room = share * width - 12;
            String text = full.length() * CHARACTER < room ? full : what.length() * CHARACTER < room ? what : "";
            bands.add(new Band(percent(part(begin)), percent(share), tone, text));
        }

        private List<Tick> ticks() {
            List<Tick> ticks = new ArrayList<>();
            boolean many = Duration.between(from, to).toHours() > MANY_HOURS;
            for (Instant at = from; !at.isAfter(to); at = at.plus(1, ChronoUnit.HOURS)) {
                int hour = at.atZone(zone).getHour();
                ticks.add(new Tick(
                        percent(part(at)), many && hour % 3 != 0 ? "" : String.format(Locale.ROOT, "%02d", hour)));
            }
            return ticks;
        }

        private Label label(LabelRows.Placed placed, int bandY) {
            int top = bandY - TOP - (placed.row() + 1) * ROW;
            return new Label(
                    percent(placed.label().x() / width),
                    top,
                    top + 11,
                    placed.label().title(),
                    placed.leftward());
        }

        private double part(Instant at) {
            double share = (double) Duration.between(from, at).toSeconds()
                    / Duration.between(from, to).toSeconds();
            return 0.02 + share * 0.96;
        }

        private static String percent(double part) {
            return String.format(Locale.ROOT, "%.2f%%", part * PERCENT);
        }
    }
}
