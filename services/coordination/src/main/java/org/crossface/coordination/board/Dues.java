package org.crossface.coordination.board;

import static java.util.Comparator.comparing;
import static java.util.Comparator.naturalOrder;
import static java.util.Comparator.nullsLast;
import static org.crossface.pathway.policy.Threshold.COMPLETION_MONTHS;
import static org.crossface.pathway.policy.Threshold.LISTS_DUE_DAYS;
import static org.crossface.pathway.policy.Threshold.OUTCOME_OVERDUE_DAYS;
import static org.crossface.pathway.policy.Threshold.SCREENING_MONTHS;
import static org.crossface.pathway.policy.Threshold.SCREENING_OVERDUE_DAYS;
import static org.crossface.pathway.policy.Threshold.T02_DUE_DAYS;
import static org.crossface.pathway.policy.Threshold.T02_OVERDUE_DAYS;
import static org.crossface.pathway.policy.Threshold.T03_OVERDUE_BUSINESS_DAYS;
import static org.crossface.pathway.policy.Threshold.T04_DUE_DAYS;
import static org.crossface.pathway.policy.Threshold.T04_OVERDUE_DAYS;
import static org.crossface.pathway.policy.Threshold.T05_OVERDUE_DAYS;
import static org.crossface.pathway.policy.Threshold.T06_WARNING_DAYS;
import static org.crossface.pathway.policy.Threshold.T08_WARNING_DAYS;
import static org.crossface.pathway.policy.Threshold.T17_DUE_DAYS;
import static org.crossface.pathway.policy.Threshold.T17_OVERDUE_DAYS;
import static org.crossface.pathway.policy.Threshold.T18_DUE_DAYS;
import static org.crossface.pathway.policy.Threshold.T18_OVERDUE_DAYS;
import static org.crossface.pathway.policy.Threshold.T19_OVERDUE_DAYS;
import static org.crossface.pathway.policy.Threshold.T27_DUE_DAYS;
import static org.crossface.pathway.policy.Threshold.T27_OVERDUE_DAYS;
import static org.crossface.pathway.policy.Threshold.T40_DUE_DAYS;
import static org.crossface.pathway.policy.Threshold.T40_OVERDUE_DAYS;
import static org.crossface.pathway.policy.Threshold.T41_OVERDUE_DAYS;
import static org.crossface.pathway.policy.Threshold.T44_OVERDUE_MONTHS;
import static org.crossface.pathway.policy.Threshold.T45_DUE_MONTHS;
import static org.crossface.pathway.policy.Threshold.T45_MASSETERIC_DUE_MONTHS;
import static org.crossface.pathway.policy.Threshold.T45_MASSETERIC_OVERDUE_MONTHS;
import static org.crossface.pathway.policy.Threshold.T45_OVERDUE_MONTHS;
import static org.crossface.pathway.policy.Threshold.T53_OVERDUE_MONTHS;
import static org.crossface.pathway.policy.Threshold.THERAPY_MONTHS;
import static org.crossface.pathway.policy.Threshold.TINEL_EARLY_DAYS;
import static org.crossface.pathway.policy.Threshold.TINEL_OVERDUE_DAYS;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.crossface.pathway.aftercare.FollowUp;
import org.crossface.pathway.aftercare.vocabulary.SurveillanceKind;
import org.crossface.pathway.consent.ConsentType;
import org.crossface.pathway.consent.Consents;
import org.crossface.pathway.evaluation.Evaluation;
import org.crossface.pathway.health.ScreeningOccasion;
import org.crossface.pathway.policy.Policy;
import org.crossface.pathway.policy.Threshold;
import org.crossface.pathway.recovery.vocabulary.CaseEnd;
import org.crossface.pathway.rehabilitation.Rehabilitation;
import org.crossface.pathway.rehabilitation.vocabulary.OutcomeVisit;
import org.crossface.pathway.state.CaseProgress;
import org.crossface.pathway.state.PathwayState;
import org.crossface.pathway.surgery.MuscleFlap;
import org.crossface.pathway.vocabulary.Phase;
import org.crossface.pathway.vocabulary.Stage;
import org.jspecify.annotations.Nullable;

/** The next steps of a pathway, by the timers of the clinical reference (section 3), earliest first. */
public final class Dues {

    private static final Map<String, Threshold> TINEL_CHECKS = new TreeMap<>(
            Map.of("T-22", Threshold.T22_MONTHS, "T-23", Threshold.T23_MONTHS, "T-24", Threshold.T24_MONTHS));

    private static final String EMERGENCY = "T-30";

    private final PathwayState state;
    private final Policy policy;
    private final List<Due> dues = new ArrayList<>();

    private Dues(PathwayState state, Policy policy) {
        this.state = state;
        this.policy = policy;
    }

    /** All open steps: an emergency, then the earliest first; steps without a date come last. */
    public static List<Due> of(PathwayState state, Policy policy) {
        Dues dues = new Dues(state, policy);
        dues.collect();
        dues.dues.sort(comparing((Due due) -> !due.code().equals(EMERGENCY))
                .thenComparing(Due::dueOn, nullsLast(naturalOrder()))
                .thenComparing(Due::code));
        return List.copyOf(dues.dues);
    }

    private void collect() {
        state.oversight().contradictions().stream()
                .map(each -> state.dayOf(each.since()))
                .min(naturalOrder())
                .ifPresent(day -> add("CONTRADICTION", "Decide on a contradiction", day, day.plusDays(1)));
        state.health().openScreens(policy).stream()
                .map(each -> state.dayOf(each.screenedAt()))
                .min(naturalOrder())
                .ifPresent(day -> add("SCREEN", "Follow up screening", day, days(day, SCREENING_OVERDUE_DAYS)));
        state.adjuncts().open().stream()
                .flatMap(each -> Optional.ofNullable(each.plannedFor()).stream())
                .min(naturalOrder())
                .ifPresent(day -> add("ADJUNCT", "Adjunct procedure", day, day.plusDays(1)));
        state.waiting().stream()
                .map(each -> state.dayOf(each.occurredAt()))
                .min(naturalOrder())
                .ifPresent(day -> add("SECOND", "Confirm as second person", day, day.plusDays(1)));
        state.oversight().concerns().stream()
                .map(each -> state.dayOf(each.since()))
                .min(naturalOrder())
                .ifPresent(day -> add("CONCERN", "Look into a concern", day, day.plusDays(1)));
        state.flapEmergencySince()
                .ifPresent(since -> dues.add(new Due(
                        EMERGENCY,
                        "Answer flap emergency",
                        state.dayOf(since),
                        state.dayOf(since),
                        since.toInstant())));
        if (!state.phase().isEnd()) {
            switch (state.phase()) {
                case REFERRED, UNDER_EVALUATION -> evaluation();
                case DEFERRED -> deferred();
                case CANDIDATE, STAGE1_PLANNED -> untilOperation(state.nextStage());
                case NEUROTIZING, STAGE1_DONE, WINDOW_LAPSED -> growth();
                case READY_FOR_STAGE2, STAGE2_PLANNED -> {
                    scheduling();
                    untilOperation(Stage.TWO);
                    followMuscles();
                }
                case STAGE2_DONE, REHABILITATING, OUTCOME_TRACKING -> {
                    followMuscles();
                    otherSide();
                }
                case ON_HOLD -> dues.add(Due.open("HOLD", "On hold, decide"));
                case LOST_TO_FOLLOW_UP -> dues.add(Due.open("T-54", "Lost to follow-up"));
                case REPLANNED -> {
                    dues.add(Due.open("PLAN", "Plan again"));
                    followMuscles();
                }
                default -> {}
            }
            afterCare(Stage.ONE);
            afterCare(Stage.TWO);
            redFlags();
        }
    }

    private void evaluation() {
        Evaluation evaluation = state.evaluation();
        OffsetDateTime completed = evaluation.completedAt();
        OffsetDateTime visit = evaluation.visitAt();
        if (completed != null) {
            LocalDate day = state.dayOf(completed);
            add("T-04", "Decide", days(day, T04_DUE_DAYS), days(day, T04_OVERDUE_DAYS));
        } else if (visit != null) {
            LocalDate day = state.dayOf(visit);
            dues.add(new Due(
                    "T-03",
                    "Visit",
                    day,
                    plusBusinessDays(day, policy.of(T03_OVERDUE_BUSINESS_DAYS)),
                    visit.toInstant()));
        } else {
            LocalDate referred = state.intake().referredOn();
            add("T-02", "Book evaluation", days(referred, T02_DUE_DAYS), days(referred, T02_OVERDUE_DAYS));
        }
    }

    private void deferred() {
        LocalDate review = state.plan().reviewOn();
        if (review != null) {
            add("T-05", "Decide again", review, days(review, T05_OVERDUE_DAYS));
        }
    }

    private void untilOperation(Stage stage) {
        Optional<CaseProgress> planned = CaseProgress.open(state, stage);
        if (planned.isPresent()) {
            OffsetDateTime start = planned.get().planned().startsAt();
            LocalDate day = state.dayOf(start);
            dues.add(new Due("APPT", stageName(stage), day, day.plusDays(1), start.toInstant()));
        }
        if (planned.isPresent()
                && (state.health().allergies() == null || state.health().medicines() == null)) {
            LocalDate day = state.dayOf(planned.get().planned().startsAt());
            add("LISTS", "List allergies and medication", day.minusDays(policy.of(LISTS_DUE_DAYS)), day);
        }
        boolean admitted = planned.filter(each -> each.operation().admittedAt().isPresent())
                .isPresent();
        if (admitted) {
            return;
        }
        Optional<Consents.Consent> consent = state.consents().standing(ConsentType.SURGICAL, stage);
        LocalDate cleared = state.schedule().readinessFor(stage).clearedUntil();
        consent.map(Consents.Consent::validUntil)
                .ifPresent(until ->
                        add("T-06", "Consent ends", until.minusDays(policy.of(T06_WARNING_DAYS)), until.plusDays(1)));
        if (cleared != null) {
            add("T-08", "Clearance ends", cleared.minusDays(policy.of(T08_WARNING_DAYS)), cleared.plusDays(1));
        }
        if (planned.isEmpty()) {
            openSteps(stage, consent.isPresent(), cleared != null);
        }
    }

    private void openSteps(Stage stage, boolean consented, boolean cleared) {
        if (!state.plan().exists()) {
            dues.add(Due.open("PLAN", "Plan"));
        } else if (!consented) {
            dues.add(Due.open("CONSENT", "Consent"));
        } else if (!cleared) {
            dues.add(Due.open("CLEAR", "Clearance"));
        } else if (state.phase() != Phase.READY_FOR_STAGE2) {
            // For stage two after a graft, T-27 covers this.
            dues.add(Due.open("SLOT", stage == Stage.ONE ? "Schedule stage one" : "Schedule stage two"));
        }
    }

    private void scheduling() {
        LocalDate confirmed = state.graft().confirmedOn();
        if (confirmed != null && CaseProgress.open(state, Stage.TWO).isEmpty()) {
            add("T-27", "Schedule stage two", days(confirmed, T27_DUE_DAYS), days(confirmed, T27_OVERDUE_DAYS));
        }
    }

    private void growth() {
        LocalDate operated = state.operations().stageOneDate().orElse(null);
        if (operated == null) {
            return;
        }
        LocalDate lastCheck = state.graft().growth().lastCheckedOn();
        TINEL_CHECKS.forEach((timer, months) -> {
            LocalDate due = months(operated, months);
            if (lastCheck == null || lastCheck.isBefore(due.minusDays(policy.of(TINEL_EARLY_DAYS)))) {
                add(timer, "Tinel, " + policy.of(months) + " mo", due, days(due, TINEL_OVERDUE_DAYS));
            }
        });
        state.windowEnd(policy).ifPresent(end -> add("T-25", "Decide on the nerve", end, end.plusDays(1)));
    }

    /** What each muscle at work needs; the completion waits for the one that was transferred last. */
    private void followMuscles() {
        for (MuscleFlap flap : state.flaps().atWork()) {
            LocalDate operated = Objects.requireNonNull(flap.operatedOn());
            Rehabilitation rehabilitation = state.rehabilitationOf(flap);
            String side = sideOf(flap);
            therapy(operated, rehabilitation, side);
            movement(flap, operated, rehabilitation, side);
            outcomeVisits(operated, rehabilitation, side);
        }
        state.flaps().atWork().stream()
                .flatMap(flap -> Stream.ofNullable(flap.operatedOn()))
                .max(naturalOrder())
                .ifPresent(operated -> {
                    screening(operated);
                    LocalDate completion = months(operated, COMPLETION_MONTHS);
                    add("T-53", "Complete", completion, months(completion, T53_OVERDUE_MONTHS));
                });
    }

    /** Such as {@code , left}; empty with one muscle. */
    private String sideOf(MuscleFlap flap) {
        return state.flaps().atWork().size() < 2 || flap.side() == null
                ? ""
                : ", " + flap.side().name().toLowerCase(Locale.ROOT);
    }

    /** An operation for the other side of a face that is paralysed on both. */
    private void otherSide() {
        if (state.plan().includes(Stage.TWO)
                && state.plannedSide()
                        .filter(state.sidesWithoutMuscle()::contains)
                        .isPresent()) {
            untilOperation(Stage.TWO);
        }
    }

    private void therapy(LocalDate operated, Rehabilitation rehabilitation, String side) {
        if (!rehabilitation.programmeStarted()) {
            add("T-40", "Start therapy" + side, days(operated, T40_DUE_DAYS), days(operated, T40_OVERDUE_DAYS));
        } else if (!rehabilitation.programmeClosed()) {
            LocalDate end = months(operated, THERAPY_MONTHS);
            add("T-44", "End of therapy" + side, end, months(end, T44_OVERDUE_MONTHS));
            LocalDate next = rehabilitation.therapy().nextSessionOn();
            if (next != null) {
                add("T-41", "Therapy session" + side, next, days(next, T41_OVERDUE_DAYS));
            }
        }
    }

    private void movement(MuscleFlap flap, LocalDate operated, Rehabilitation rehabilitation, String side) {
        if (rehabilitation.firstMovementOn() == null && !rehabilitation.nonFunctioning()) {
            boolean masseteric = flap.isDrivenByMasseter();
            add(
                    "T-45",
                    "First movement" + side,
                    months(operated, masseteric ? T45_MASSETERIC_DUE_MONTHS : T45_DUE_MONTHS),
                    months(operated, masseteric ? T45_MASSETERIC_OVERDUE_MONTHS : T45_OVERDUE_MONTHS));
        }
    }

    /** A visit is closed when it or a later one takes place: a missed visit of month 3 is not made up at month 9. */
    private void outcomeVisits(LocalDate operated, Rehabilitation rehabilitation, String side) {
        int latest = rehabilitation.outcomes().stream()
                .mapToInt(each -> each.visit().months())
                .max()
                .orElse(0);
        for (OutcomeVisit visit : OutcomeVisit.values()) {
            int months = visit.months();
            if (months > latest && months <= OutcomeVisit.finalOne(policy).months()) {
                LocalDate due = operated.plusMonths(months);
                add("T-48", "Outcome, " + months + " mo" + side, due, days(due, OUTCOME_OVERDUE_DAYS));
            }
        }
    }

    /** Mood is screened again a year after stage two. */
    private void screening(LocalDate operated) {
        if (!state.health().wasScreened(ScreeningOccasion.MONTH_12)) {
            LocalDate due = months(operated, SCREENING_MONTHS);
            add("SCREEN-12", "Screen mood", due, days(due, OUTCOME_OVERDUE_DAYS));
        }
    }

    /** Only for operations at this centre. Another centre follows the wounds and infections of its own operations. */
    private void afterCare(Stage stage) {
        LocalDate operated = state.operatedHereOn(stage).orElse(null);
        if (operated == null) {
            return;
        }
        FollowUp followUp = state.afterCare().followUp();
        Optional<CaseProgress> newest = CaseProgress.newest(state, stage);
        if (followUp.dayOneCall(stage, operated).isEmpty()) {
            newest.ifPresent(this::dayOneCall);
        }
        if (followUp.firstWoundVisit(stage, operated).isEmpty()) {
            add("T-18", "Wound visit", days(operated, T18_DUE_DAYS), days(operated, T18_OVERDUE_DAYS));
        }
        if (!state.afterCare().isClosed(stage, SurveillanceKind.SSI30, operated)) {
            LocalDate last = SurveillanceKind.SSI30.lastDay(operated, policy);
            add("T-19", "SSI close-out", last, days(last, T19_OVERDUE_DAYS));
        }
        if (SurveillanceKind.isLong(stage, policy)
                && !state.afterCare().isClosed(stage, SurveillanceKind.SSI90, operated)) {
            LocalDate last = SurveillanceKind.SSI90.lastDay(operated, policy);
            add("T-19b", "SSI close-out, long", last, days(last, T19_OVERDUE_DAYS));
        }
    }

    /** On the same evening after leaving against advice; the ward instead of the home while the patient is in a hospital (SC-06). */
    private void dayOneCall(CaseProgress operated) {
        if (operated.isInHospital()) {
            operated.recovery()
                    .departedAt()
                    .map(state::dayOf)
                    .ifPresent(day ->
                            add("WARD", "Contact the ward", days(day, T17_DUE_DAYS), days(day, T17_OVERDUE_DAYS)));
        }
        boolean sameEvening =
                operated.end().filter(CaseEnd.AGAINST_ADVICE::equals).isPresent();
        operated.homeAt()
                .map(state::dayOf)
                .ifPresent(day -> add(
                        "T-17",
                        "Day-1 call",
                        sameEvening ? day : days(day, T17_DUE_DAYS),
                        sameEvening ? day.plusDays(1) : days(day, T17_OVERDUE_DAYS)));
    }

    private void redFlags() {
        for (FollowUp.Flag flag : state.afterCare().followUp().unanswered()) {
            LocalDate day = state.dayOf(flag.raisedAt());
            dues.add(new Due("T-33", "Answer red flag", day, day, answeredBy(flag)));
        }
    }

    /** Until when it is answered by its level; a routine one has no time, only its day. */
    private @Nullable Instant answeredBy(FollowUp.Flag flag) {
        return switch (flag.flag().level()) {
            case EMERGENCY, FLAP_EMERGENCY -> after(flag, Threshold.FLAP_DOUBT_ANSWER_MINUTES);
            case URGENT_ONE_HOUR -> after(flag, Threshold.RED_FLAG_URGENT_MINUTES);
            case URGENT_FOUR_HOURS -> after(flag, Threshold.RED_FLAG_SOON_MINUTES);
            case ROUTINE -> null;
        };
    }

    private Instant after(FollowUp.Flag flag, Threshold minutes) {
        return flag.raisedAt().toInstant().plus(policy.durationOf(minutes));
    }

    private LocalDate days(LocalDate from, Threshold days) {
        return from.plusDays(policy.of(days));
    }

    private LocalDate months(LocalDate from, Threshold months) {
        return from.plusMonths(policy.of(months));
    }

    private void add(String code, String label, LocalDate dueOn, LocalDate overdueOn) {
        dues.add(new Due(code, label, dueOn, overdueOn, null));
    }

    private static String stageName(Stage stage) {
        return stage == Stage.ONE ? "Stage one" : "Stage two";
    }

    private static LocalDate plusBusinessDays(LocalDate from, int days) {
        LocalDate day = from;
        for (int left = days; left > 0; ) {
            day = day.plusDays(1);
            if (day.getDayOfWeek() != DayOfWeek.SATURDAY && day.getDayOfWeek() != DayOfWeek.SUNDAY) {
                left--;
            }
        }
        return day;
    }
}
