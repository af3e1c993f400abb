package org.crossface.web.pages.patient;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.crossface.coordination.story.Wording;
import org.crossface.pathway.aftercare.FollowUp;
import org.crossface.pathway.recovery.vocabulary.CaseEnd;
import org.crossface.pathway.state.CaseProgress;
import org.crossface.pathway.state.PathwayState;
import org.crossface.pathway.vocabulary.Stage;
import org.crossface.web.pages.SiteTimes;
import org.jspecify.annotations.Nullable;

/**
 * The days around one operation. Horizontal positions are percent of the width, vertical px.
 *
 * @param from first day shown
 * @param to last day shown
 * @param about description of the range of the axis
 * @param hours the day of surgery by hour; {@code null} until the patient is admitted
 */
record StageScale(
        String title,
        String about,
        LocalDate from,
        LocalDate to,
        int height,
        int axisY,
        List<Tick> ticks,
        List<Label> labels,
        String description,
        @Nullable SurgeryDay hours) {

    private static final int BEFORE = 28;
    private static final int AFTER = 30;
    private static final int WEEK = 7;
    private static final int ROW = 26;
    private static final int TOP = 6;
    private static final int BELOW = 26;
    private static final double WIDTH_OF_ONE = 1170;
    private static final double WIDTH_OF_TWO = 560;
    private static final double PERCENT = 100;

    /** A day; only full weeks have a text. */
    record Tick(String x, String text, boolean zero) {}

    /**
     * A past or planned event.
     *
     * @param leftward whether the text is to the left of its line
     */
    record Label(
            String x,
            int lineY,
            int titleY,
            int detailY,
            String title,
            String detail,
            boolean leftward,
            String tone,
            boolean planned) {}

    private record Event(LocalDate on, String title, String detail, String tone) {}

    /** The scales of the stages with a completed or scheduled operation. */
    static List<StageScale> of(PatientFile file, SiteTimes times) {
        PathwayState state = file.state();
        List<CaseProgress> cases = Stream.of(Stage.ONE, Stage.TWO)
                .map(stage -> CaseProgress.newest(state, stage))
                .flatMap(Optional::stream)
                .toList();
        double width = cases.size() == 1 ? WIDTH_OF_ONE : WIDTH_OF_TWO;
        return cases.stream()
                .map(each -> new Drawing(state, each, times, width).draw())
                .toList();
    }

    private static final class Drawing {

        private final PathwayState state;
        private final CaseProgress each;
        private final SiteTimes times;
        private final double width;
        private final LocalDate zero;
        private final String name;
        private final List<Event> events = new ArrayList<>();

        Drawing(PathwayState state, CaseProgress each, SiteTimes times, double width) {
            this.state = state;
            this.each = each;
            this.times = times;
            this.width = width;
            this.zero = state.dayOf(
                    each.operation().enteredAt().orElse(each.planned().startsAt()));
            this.name = each.stage() == Stage.ONE ? "Stage one" : "Stage two";
            collect();
        }

        private void collect() {
            Stage stage = each.stage();
            FollowUp followUp = state.afterCare().followUp();
            state.consents().newestFor(stage).ifPresent(consent -> add(consent.signedAt(), "Consent"));
            Optional.ofNullable(
                            state.schedule().readinessOf(each.caseId(), stage).clearedAt())
                    .ifPresent(at -> add(at, "Cleared"));
            boolean entered = each.operation().enteredAt().isPresent();
            events.add(new Event(zero, name, departure(), entered ? "done" : "plan"));
            followUp.dayOneCall(stage, zero).ifPresent(call -> add(call.at(), "Day-1 call", "pain " + call.pain()));
            flapChecks();
            followUp.firstWoundVisit(stage, zero)
                    .ifPresent(visit -> add(
                            visit.at(),
                            "Wound",
                            Wording.words(visit.appearance()).toLowerCase(Locale.ROOT)));
            followUp.donorSites().stream()
                    .filter(test -> isShown(test.at()))
                    .findFirst()
                    .ifPresent(test -> add(test.at(), "Donor site", "numb " + test.numbAreaCm2() + " cm²"));
            followUp.lastSurveillance(stage, zero)
                    .ifPresent(closed -> add(closed.at(), "Infection watch ends", Wording.words(closed.outcome())));
            state.flaps()
                    .ofCase(each.caseId())
                    .flatMap(flap -> Optional.ofNullable(
                            state.rehabilitationOf(flap).therapy().startedAt()))
                    .ifPresent(at -> add(at, "Therapy starts"));
            state.afterCare().complications().values().stream()
                    .filter(complication -> isShown(complication.recordedAt()))
                    .forEach(complication -> events.add(new Event(
                            state.dayOf(complication.recordedAt()),
                            "Complication",
                            Wording.words(complication.type()),
                            "risk")));
        }

        private void flapChecks() {
            int checks = each.recovery().flapChecks().size();
            each.recovery().lastFlapCheck().ifPresent(last -> add(last.at(), "Flap checks end", checks + " checks"));
        }

        private void add(OffsetDateTime at, String title) {
            add(at, title, times.date(state.dayOf(at)));
        }

        private void add(OffsetDateTime at, String title, String detail) {
            if (isShown(at)) {
                events.add(new Event(state.dayOf(at), title, detail, "done"));
            }
        }

        private boolean isShown(OffsetDateTime at) {
            long day = ChronoUnit.DAYS.between(zero, state.dayOf(at));
            return day >= -BEFORE && day <= AFTER;
        }

        private String departure() {
            boolean transferred = each.end().filter(CaseEnd.TRANSFERRED::equals).isPresent();
            return each.recovery()
                    .departedAt()
                    .map(at -> (transferred ? "transferred " : "left ") + times.time(at.toInstant()))
                    .orElseGet(() -> times.date(zero));
        }

        StageScale draw() {
            List<LabelRows.Placed> placed = LabelRows.place(
                    events.stream()
                            .map(each -> new LabelRows.Wanted(part(each.on()) * width, each.title(), each.detail()))
                            .toList(),
                    width);
            int axisY = TOP + LabelRows.rows(placed) * ROW + WEEK;
            return new StageScale(
                    name + ", by day",
                    BEFORE + " days before to " + AFTER + " after",
                    zero.minusDays(BEFORE),
                    zero.plusDays(AFTER),
                    axisY + BELOW,
                    axisY,
                    ticks(),
                    placed.stream().map(each -> label(each, axisY)).toList(),
                    name + ": "
                            + events.stream()
                                    .map(each -> each.title() + " " + times.date(each.on()))
                                    .collect(Collectors.joining("; ")),
                    SurgeryDay.of(each, state.intake().zoneId(), times, width));
        }

        private Label label(LabelRows.Placed placed, int axisY) {
            int top = axisY - WEEK - (placed.row() + 1) * ROW;
            Event event = events.stream()
                    .filter(each -> each.title().equals(placed.label().title())
                            && part(each.on()) * width == placed.label().x())
                    .findFirst()
                    .orElseThrow();
            return new Label(
                    percent(placed.label().x() / width),
                    top,
                    top + 9,
                    top + 21,
                    event.title(),
                    event.detail(),
                    placed.leftward(),
                    event.tone(),
                    event.tone().equals("plan"));
        }

        private List<Tick> ticks() {
            List<Tick> ticks = new ArrayList<>();
            for (int day = -BEFORE; day <= AFTER; day++) {
                String text = day % WEEK != 0 ? "" : day == 0 ? "day 0" : (day < 0 ? "−" : "+") + Math.abs(day);
                ticks.add(new Tick(percent(part(zero.plusDays(day))), text, day == 0));
            }
            return ticks;
        }

        /** A margin at both ends keeps the texts of the outer days from being cut off. */
        private double part(LocalDate day) {
            double share = (ChronoUnit.DAYS.between(zero, day) + BEFORE) / (double) (BEFORE + AFTER);
            return 0.02 + share * 0.96;
        }

        private static String percent(double part) {
            return String.format(Locale.ROOT, "%.2f%%", part * PERCENT);
        }
    }
}
