package org.crossface.web.pages.patient;

import java.time.LocalDate;
import java.time.Month;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.crossface.coordination.board.Lane;
import org.crossface.coordination.story.PathwaySummary;
import org.crossface.coordination.story.Wording;
import org.crossface.pathway.policy.Policy;
import org.crossface.pathway.policy.Threshold;
import org.crossface.pathway.state.PathwayState;
import org.crossface.pathway.vocabulary.Phase;
import org.crossface.web.pages.SiteTimes;

/**
 * The pathway by month: bands of its phases, milestones with their labels, today. Horizontal positions are percent of the width, vertical px.
 *
 * @param bandY upper edge of the bands
 * @param nowX position of today
 * @param operations days of surgery
 * @param lenses outlines of the areas between the axis and the larger scales below, in a view box of 1000 by 30
 */
record MonthScale(
        int height,
        int bandY,
        List<Band> bands,
        List<Tick> ticks,
        List<Label> labels,
        String nowX,
        List<String> operations,
        List<String> lenses,
        String description) {

    /** Height of the area between the axis and the larger scales of the stages, px. */
    private static final int LENS = 30;

    /** Minimum width of the drawing, px; it scrolls on a narrower screen. */
    private static final double WIDTH = 1184;

    /** The part of the width for the time range; the rest is for the label of the last month. */
    private static final double TIME_PART = 0.97;

    private static final int ROW = 26;
    private static final int TOP = 6;
    private static final int BAND = 26;
    private static final int AXIS = 24;
    private static final double PERCENT = 100;
    private static final double BAND_CHARACTER = 6.6;
    private static final int MANY_MONTHS = 14;

    /** A phase. */
    record Band(String x, String width, String tone, String text) {}

    /** The first day of a month; a tick without text is small. */
    record Tick(String x, String text) {}

    /**
     * A milestone.
     *
     * @param leftward whether the text is to the left of its line
     */
    record Label(
            String x,
            int lineY,
            int titleY,
            int dateY,
            String title,
            String date,
            boolean today,
            boolean planned,
            boolean leftward) {}

    private record Event(LocalDate on, String title, boolean planned) {}

    /** @param stages the larger scales below, in their order */
    static MonthScale of(PatientFile file, Policy policy, SiteTimes times, List<StageScale> stages) {
        return new Drawing(file, policy, times).draw(stages);
    }

    private static final class Drawing {

        private final PathwayState state;
        private final PathwaySummary summary;
        private final Policy policy;
        private final SiteTimes times;
        private final LocalDate today;
        private final List<Event> events = new ArrayList<>();
        private final LocalDate start;
        private final double days;

        Drawing(PatientFile file, Policy policy, SiteTimes times) {
            this.state = file.state();
            this.summary = file.summary();
            this.policy = policy;
            this.times = times;
            this.today = times.today();
            collect();
            start = events.stream().map(Event::on).min(LocalDate::compareTo).orElse(today);
            LocalDate end =
                    events.stream().map(Event::on).max(LocalDate::compareTo).orElse(today);
            days = Math.max(ChronoUnit.DAYS.between(start, end), 60) / TIME_PART;
        }

        private void collect() {
            events.add(new Event(state.intake().referredOn(), "Referral", false));
            summary.milestones().forEach(each -> events.add(new Event(each.on(), each.label(), false)));
            summary.tinel()
                    .forEach(each ->
                            events.add(new Event(each.on(), "Tinel " + Wording.number(each.mm()) + " mm", false)));
            summary.scores().stream()
                    .filter(each -> !each.visit().equals("Baseline"))
                    .forEach(each -> events.add(new Event(each.on(), "Outcome " + visit(each.visit()), false)));
            summary.cases().stream()
                    .filter(each -> each.endedAs() == null && each.day().isAfter(today))
                    .forEach(each -> events.add(
                            new Event(each.day(), each.stage().equals("ONE") ? "Stage one" : "Stage two", true)));
            if (!state.phase().isEnd()) {
                state.operations().stageTwoDate().ifPresent(this::ahead);
            }
            events.add(new Event(today, "Today", false));
        }

        /** {@code M9} is nine months after stage two. */
        private static String visit(String code) {
            int side = code.indexOf(", ");
            String visit = side < 0 ? code : code.substring(0, side);
            return (visit.matches("M\\d+")
                            ? visit.substring(1) + " mo"
                            : visit.replace('_', ' ').toLowerCase(Locale.ROOT))
                    + code.substring(visit.length());
        }

        private void ahead(LocalDate operated) {
            planned(operated.plusMonths(policy.of(Threshold.THERAPY_MONTHS)), "Therapy may end");
            planned(operated.plusMonths(policy.of(Threshold.COMPLETION_MONTHS)), "Complete from");
        }

        private void planned(LocalDate on, String title) {
            if (on.isAfter(today)) {
                events.add(new Event(on, title, true));
            }
        }

        MonthScale draw(List<StageScale> stages) {
            List<LabelRows.Placed> placed = LabelRows.place(
                    events.stream()
                            .map(each ->
                                    new LabelRows.Wanted(part(each.on()) * WIDTH, each.title(), times.date(each.on())))
                            .toList(),
                    WIDTH);
            int bandY = TOP + LabelRows.rows(placed) * ROW;
            return new MonthScale(
                    bandY + BAND + AXIS + (stages.isEmpty() ? 0 : LENS),
                    bandY,
                    bands(),
                    ticks(),
                    placed.stream().map(each -> label(each, bandY)).toList(),
                    at(today),
                    summary.milestones().stream()
                            .filter(each -> each.label().startsWith("Stage "))
                            .map(each -> at(each.on()))
                            .toList(),
                    lenses(stages),
                    description());
        }

        private List<String> lenses(List<StageScale> stages) {
            List<String> lenses = new ArrayList<>();
            double panel = 1000.0 / Math.max(1, stages.size());
            for (int i = 0; i < stages.size(); i++) {
                StageScale stage = stages.get(i);
                double left = part(stage.from()) * 1000;
                double right = part(stage.to()) * 1000;
                lenses.add(String.format(
                        Locale.ROOT,
                        "M%.1f 0L%.1f 0L%.1f %d L%.1f %d Z",
                        left,
                        right,
                        (i + 1) * panel - (i + 1 < stages.size() ? 7 : 0),
                        LENS,
                        i * panel + (i > 0 ? 7 : 0),
                        LENS));
            }
            return lenses;
        }

        private Label label(LabelRows.Placed placed, int bandY) {
            int top = bandY - (placed.row() + 1) * ROW;
            String title = placed.label().title();
            boolean planned = events.stream()
                    .anyMatch(each -> each.planned() && each.title().equals(title));
            return new Label(
                    percent(placed.label().x() / WIDTH),
                    top,
                    top + 9,
                    top + 20,
                    title,
                    placed.label().date(),
                    title.equals("Today"),
                    planned,
                    placed.leftward());
        }

        private List<Band> bands() {
            List<Band> bands = new ArrayList<>();
            List<PathwaySummary.Band> phases = summary.phases();
            int first = 0;
            while (first < phases.size()) {
                String name = name(phases.get(first));
                int next = first + 1;
                while (next < phases.size() && name(phases.get(next)).equals(name)) {
                    next++;
                }
                boolean last = next == phases.size();
                LocalDate from = phases.get(first).from();
                LocalDate until = last
                        ? (state.phase().isEnd() ? from.plusDays(14) : today)
                        : phases.get(next).from();
                bands.add(band(from, until, name, last));
                first = next;
            }
            return bands;
        }

        private Band band(LocalDate from, LocalDate until, String name, boolean last) {
            double width = Math.max(part(until) - part(from), 0.002);
            boolean fits = name.length() * BAND_CHARACTER + 12 < width * WIDTH;
            String tone = last ? "active" : name.equals(Lane.NERVE_GROWING.label()) ? "done" : "plan";
            return new Band(at(from), percent(width), tone, fits ? name : "");
        }

        private static String name(PathwaySummary.Band band) {
            Phase phase = Phase.valueOf(band.phase());
            return switch (phase) {
                case ON_HOLD -> "On hold";
                case LOST_TO_FOLLOW_UP -> "Lost to follow-up";
                case REFERRED, UNDER_EVALUATION -> "Evaluation";
                default -> phase.isEnd() ? phase.label() : Lane.of(phase, phase).label();
            };
        }

        private List<Tick> ticks() {
            List<Tick> ticks = new ArrayList<>();
            boolean many = days / 30 > MANY_MONTHS;
            LocalDate end = start.plusDays(Math.round(days));
            LocalDate month = start.withDayOfMonth(1).plusMonths(1);
            while (month.isBefore(end)) {
                boolean named = !many || month.getMonthValue() % 3 == 1;
                String text = month.getMonth().name().substring(0, 1)
                        + month.getMonth().name().substring(1, 3).toLowerCase(Locale.ROOT)
                        + (month.getMonth() == Month.JANUARY || ticks.isEmpty() ? " " + month.getYear() : "");
                ticks.add(new Tick(at(month), named ? text : ""));
                month = month.plusMonths(1);
            }
            return ticks;
        }

        private String description() {
            StringBuilder text = new StringBuilder("Pathway by month:");
            for (Event each : events) {
                text.append(' ')
                        .append(each.title())
                        .append(' ')
                        .append(times.date(each.on()))
                        .append(';');
            }
            return text.toString();
        }

        private double part(LocalDate day) {
            return ChronoUnit.DAYS.between(start, day) / days;
        }

        private String at(LocalDate day) {
            return percent(part(day));
        }

        private static String percent(double part) {
            return String.format(Locale.ROOT, "%.2f%%", part * PERCENT);
        }
    }
}
