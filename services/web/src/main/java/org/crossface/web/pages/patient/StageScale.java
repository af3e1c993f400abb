package org.crossface.web.pages.patient;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.crossface.coordination.projection.Facts;
import org.crossface.coordination.story.Wording;
import org.crossface.coordination.theatre.CaseFacts;
import org.crossface.pathway.PathwayEvent;
import org.crossface.pathway.Stage;
import org.crossface.pathway.aftercare.ComplicationRecorded;
import org.crossface.pathway.aftercare.DayOneCallCompleted;
import org.crossface.pathway.aftercare.DonorSensationAssessed;
import org.crossface.pathway.aftercare.SurveillanceClosed;
import org.crossface.pathway.aftercare.WoundAssessed;
import org.crossface.pathway.consent.ConsentObtained;
import org.crossface.pathway.recovery.FlapChecked;
import org.crossface.pathway.rehabilitation.RehabilitationStarted;
import org.crossface.pathway.scheduling.PreOpClearanceGranted;
import org.crossface.web.pages.SiteTimes;
import org.jspecify.annotations.Nullable;

/**
 * The days around one operation. Places across are percent of the width, places down px.
 *
 * @param from first day shown
 * @param to last day shown
 * @param about what the axis spans
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

    /** A day; only whole weeks have a text. */
    record Tick(String x, String text, boolean zero) {}

    /**
     * Something that happened or is planned.
     *
     * @param leftward whether its text ends at its line
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

    /** The scales of those stages that have an operation, done or scheduled. */
    static List<StageScale> of(PatientFile file, SiteTimes times) {
        Facts facts = file.facts();
        List<CaseFacts> cases = Stream.of(Stage.ONE, Stage.TWO)
                .map(stage -> CaseFacts.newest(facts, stage))
                .flatMap(Optional::stream)
                .toList();
        double width = cases.size() == 1 ? WIDTH_OF_ONE : WIDTH_OF_TWO;
        return cases.stream()
                .map(each -> new Drawing(facts, each, times, width).draw())
                .toList();
    }

    private static final class Drawing {

        private final Facts facts;
        private final CaseFacts operation;
        private final SiteTimes times;
        private final double width;
        private final LocalDate zero;
        private final String name;
        private final List<Event> events = new ArrayList<>();

        Drawing(Facts facts, CaseFacts operation, SiteTimes times, double width) {
            this.facts = facts;
            this.operation = operation;
            this.times = times;
            this.width = width;
            this.zero = facts.dayOf(operation.enteredAt().orElse(operation.startsAt()));
            this.name = operation.stage() == Stage.ONE ? "Stage one" : "Stage two";
            collect();
        }

        private void collect() {
            facts.last(ConsentObtained.class, each -> each.stage() == operation.stage())
                    .ifPresent(each -> add(each, "Consent", date(each)));
            facts.last(PreOpClearanceGranted.class, each -> each.stage() == operation.stage())
                    .ifPresent(each -> add(each, "Cleared", date(each)));
            events.add(new Event(zero, name, departure(), operation.enteredAt().isPresent() ? "done" : "plan"));
            facts.last(DayOneCallCompleted.class, each -> each.stage() == operation.stage())
                    .ifPresent(each -> add(each, "Day-1 call", "pain " + each.pain()));
            flapChecks();
            facts.all(WoundAssessed.class).stream()
                    .filter(each -> each.stage() == operation.stage())
                    .findFirst()
                    .ifPresent(each ->
                            add(each, "Wound", Wording.words(each.appearance()).toLowerCase(Locale.ROOT)));
            facts.all(DonorSensationAssessed.class).stream()
                    .filter(this::isShown)
                    .findFirst()
                    .ifPresent(each -> add(each, "Donor site", "numb " + each.numbAreaCm2() + " cm²"));
            facts.last(SurveillanceClosed.class, each -> each.stage() == operation.stage())
                    .ifPresent(each -> add(each, "Infection watch ends", Wording.words(each.outcome())));
            facts.last(RehabilitationStarted.class).ifPresent(each -> add(each, "Therapy starts", date(each)));
            facts.all(ComplicationRecorded.class).stream()
                    .filter(this::isShown)
                    .forEach(each -> events.add(
                            new Event(facts.dayOf(each), "Complication", Wording.words(each.type()), "risk")));
        }

        private void flapChecks() {
            List<FlapChecked> checks = facts.all(FlapChecked.class).stream()
                    .filter(each -> each.caseId().equals(operation.caseId()))
                    .toList();
            if (!checks.isEmpty()) {
                add(checks.getLast(), "Flap checks end", checks.size() + " checks");
            }
        }

        private void add(PathwayEvent fact, String title, String detail) {
            if (isShown(fact)) {
                events.add(new Event(facts.dayOf(fact), title, detail, "done"));
            }
        }

        private boolean isShown(PathwayEvent fact) {
            long day = ChronoUnit.DAYS.between(zero, facts.dayOf(fact));
            return day >= -BEFORE && day <= AFTER;
        }

        private String date(PathwayEvent fact) {
            return times.date(facts.dayOf(fact));
        }

        private String departure() {
            return operation
                    .departedAt()
                    .map(at -> (operation.endedAs().orElse("").equals("TRANSFERRED") ? "transferred " : "left ")
                            + times.time(at.toInstant()))
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
                    SurgeryDay.of(facts, operation, times, width));
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

        /** The outer days stand a little inside, so that their texts are not cut. */
        private double part(LocalDate day) {
            double share = (ChronoUnit.DAYS.between(zero, day) + BEFORE) / (double) (BEFORE + AFTER);
            return 0.02 + share * 0.96;
        }

        private static String percent(double part) {
            return String.format(Locale.ROOT, "%.2f%%", part * PERCENT);
        }
    }
}
