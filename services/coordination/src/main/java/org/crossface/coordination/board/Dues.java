package org.crossface.coordination.board;

import static java.util.Comparator.comparing;
import static java.util.Comparator.naturalOrder;
import static java.util.Comparator.nullsLast;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.crossface.coordination.projection.Facts;
import org.crossface.coordination.theatre.CaseFacts;
import org.crossface.pathway.Stage;
import org.crossface.pathway.aftercare.DayOneCallCompleted;
import org.crossface.pathway.aftercare.RedFlagAcknowledged;
import org.crossface.pathway.aftercare.RedFlagRaised;
import org.crossface.pathway.aftercare.RedFlagResolved;
import org.crossface.pathway.aftercare.SurveillanceClosed;
import org.crossface.pathway.aftercare.SurveillanceKind;
import org.crossface.pathway.aftercare.WoundAssessed;
import org.crossface.pathway.consent.ConsentObtained;
import org.crossface.pathway.evaluation.EvaluationCompleted;
import org.crossface.pathway.evaluation.EvaluationScheduled;
import org.crossface.pathway.neurotization.EmgPerformed;
import org.crossface.pathway.neurotization.NeurotizationConfirmed;
import org.crossface.pathway.neurotization.TinelAssessed;
import org.crossface.pathway.planning.CandidacyDeferred;
import org.crossface.pathway.planning.TreatmentPlanSelected;
import org.crossface.pathway.policy.Policy;
import org.crossface.pathway.rehabilitation.FirstMovementObserved;
import org.crossface.pathway.rehabilitation.NonFunctioningTransferDeclared;
import org.crossface.pathway.rehabilitation.OutcomeAssessed;
import org.crossface.pathway.rehabilitation.OutcomeVisit;
import org.crossface.pathway.rehabilitation.RehabilitationCompleted;
import org.crossface.pathway.rehabilitation.RehabilitationStarted;
import org.crossface.pathway.rehabilitation.RehabilitationStoppedEarly;
import org.crossface.pathway.rehabilitation.TherapySessionAttended;
import org.crossface.pathway.scheduling.PreOpClearanceGranted;
import org.jspecify.annotations.Nullable;

/** What is due on a pathway, by the timers of the clinical reference (section 3), earliest first. */
public final class Dues {

    private static final List<Integer> TINEL_MONTHS = List.of(3, 6, 9);
    private static final int TINEL_EARLY_DAYS = 14;

    private final Facts facts;
    private final Policy policy;
    private final List<Due> dues = new ArrayList<>();

    private Dues(Facts facts, Policy policy) {
        this.facts = facts;
        this.policy = policy;
    }

    /** All that is open, the earliest first; what has no date comes last. */
    public static List<Due> of(Facts facts, Policy policy) {
        Dues dues = new Dues(facts, policy);
        dues.collect();
        dues.dues.sort(comparing(Due::dueOn, nullsLast(naturalOrder())).thenComparing(Due::code));
        return List.copyOf(dues.dues);
    }

    private void collect() {
        if (!facts.phase().isEnd()) {
            switch (facts.phase()) {
                case REFERRED, UNDER_EVALUATION -> evaluation();
                case DEFERRED -> deferred();
                case CANDIDATE, STAGE1_PLANNED -> untilOperation(Stage.ONE);
                case NEUROTIZING, STAGE1_DONE, WINDOW_LAPSED -> growth();
                case READY_FOR_STAGE2, STAGE2_PLANNED -> {
                    scheduling();
                    untilOperation(Stage.TWO);
                }
                case STAGE2_DONE, REHABILITATING, OUTCOME_TRACKING -> afterStageTwo();
                case ON_HOLD -> dues.add(Due.open("HOLD", "On hold, decide"));
                case LOST_TO_FOLLOW_UP -> dues.add(Due.open("T-54", "Lost to follow-up"));
                case REPLANNED -> dues.add(Due.open("PLAN", "Plan again"));
                default -> {}
            }
            afterCare(Stage.ONE);
            afterCare(Stage.TWO);
            redFlags();
        }
    }

    private void evaluation() {
        LocalDate referred = facts.referral().referredOn();
        Optional<EvaluationCompleted> completed = facts.last(EvaluationCompleted.class);
        Optional<EvaluationScheduled> visit = facts.last(EvaluationScheduled.class);
        if (completed.isPresent()) {
            LocalDate day = facts.dayOf(completed.get());
            add("T-04", "Decide", day.plusDays(14), day.plusDays(28));
        } else if (visit.isPresent()) {
            OffsetDateTime at = visit.get().visitAt();
            LocalDate day = facts.dayOf(at);
            dues.add(new Due("T-03", "Visit", day, plusBusinessDays(day, 7), at.toInstant()));
        } else {
            add("T-02", "Book evaluation", referred.plusDays(14), referred.plusDays(28));
        }
    }

    private void deferred() {
        facts.last(CandidacyDeferred.class)
                .ifPresent(deferral -> add(
                        "T-05",
                        "Decide again",
                        deferral.reviewOn(),
                        deferral.reviewOn().plusDays(14)));
    }

    private void untilOperation(Stage stage) {
        Optional<CaseFacts> planned = CaseFacts.newest(facts, stage).filter(each -> !each.isOver());
        if (planned.isPresent()) {
            OffsetDateTime start = planned.get().startsAt();
            LocalDate day = facts.dayOf(start);
            dues.add(new Due("APPT", stageName(stage), day, day.plusDays(1), start.toInstant()));
        }
        boolean admitted = planned.filter(each -> each.admittedAt().isPresent()).isPresent();
        if (admitted) {
            return;
        }
        Optional<ConsentObtained> consent = Readiness.consent(facts, stage);
        Optional<PreOpClearanceGranted> clearance = Readiness.clearance(facts, stage);
        consent.map(ConsentObtained::validUntil)
                .ifPresent(until -> add("T-06", "Consent ends", until.minusDays(14), until.plusDays(1)));
        clearance.ifPresent(each -> add(
                "T-08",
                "Clearance ends",
                each.validUntil().minusDays(7),
                each.validUntil().plusDays(1)));
        if (planned.isEmpty()) {
            openSteps(stage, consent.isPresent(), clearance.isPresent());
        }
    }

    private void openSteps(Stage stage, boolean consented, boolean cleared) {
        if (!facts.has(TreatmentPlanSelected.class)) {
            dues.add(Due.open("PLAN", "Plan"));
        } else if (!consented) {
            dues.add(Due.open("CONSENT", "Consent"));
        } else if (!cleared) {
            dues.add(Due.open("CLEAR", "Clearance"));
        } else if (stage == Stage.ONE) {
            dues.add(Due.open("SLOT", "Schedule stage one"));
        }
    }

    private void scheduling() {
        boolean scheduled = CaseFacts.newest(facts, Stage.TWO)
                .filter(each -> !each.isOver())
                .isPresent();
        if (!scheduled) {
            facts.last(NeurotizationConfirmed.class)
                    .map(facts::dayOf)
                    .ifPresent(day -> add("T-27", "Schedule stage two", day.plusDays(45), day.plusDays(90)));
        }
    }

    private void growth() {
        LocalDate operated = Growth.stageOneOn(facts).orElse(null);
        if (operated == null) {
            return;
        }
        LocalDate lastCheck = lastGrowthCheck();
        for (int months : TINEL_MONTHS) {
            LocalDate due = operated.plusMonths(months);
            if (lastCheck == null || lastCheck.isBefore(due.minusDays(TINEL_EARLY_DAYS))) {
                add("T-2" + (1 + months / 3), "Tinel, " + months + " mo", due, due.plusDays(28));
            }
        }
        Growth.windowEnd(facts, policy).ifPresent(end -> add("T-25", "Decide on the nerve", end, end.plusDays(1)));
    }

    private @Nullable LocalDate lastGrowthCheck() {
        LocalDate tinel = facts.last(TinelAssessed.class).map(facts::dayOf).orElse(null);
        LocalDate emg = facts.last(EmgPerformed.class).map(facts::dayOf).orElse(null);
        if (tinel == null || emg == null) {
            return tinel == null ? emg : tinel;
        }
        return tinel.isAfter(emg) ? tinel : emg;
    }

    private void afterStageTwo() {
        LocalDate operated = Growth.stageTwoOn(facts).orElse(null);
        if (operated == null) {
            return;
        }
        therapy(operated);
        movement(operated);
        outcomeVisits(operated);
        LocalDate completion = operated.plusMonths(policy.completionMonths());
        add("T-53", "Complete", completion, completion.plusMonths(3));
    }

    private void therapy(LocalDate operated) {
        boolean over = facts.has(RehabilitationCompleted.class) || facts.has(RehabilitationStoppedEarly.class);
        if (!facts.has(RehabilitationStarted.class)) {
            add("T-40", "Start therapy", operated.plusDays(14), operated.plusDays(42));
        } else if (!over) {
            LocalDate end = operated.plusMonths(policy.therapyMonths());
            add("T-44", "End of therapy", end, end.plusMonths(1));
            facts.last(TherapySessionAttended.class)
                    .map(TherapySessionAttended::nextDueOn)
                    .ifPresent(next -> add("T-41", "Therapy session", next, next.plusDays(14)));
        }
    }

    private void movement(LocalDate operated) {
        if (!facts.has(FirstMovementObserved.class) && !facts.has(NonFunctioningTransferDeclared.class)) {
            add("T-45", "First movement", operated.plusMonths(8), operated.plusMonths(9));
        }
    }

    /** A visit is closed by itself or by a later one: nobody catches up on month 3 at month 9. */
    private void outcomeVisits(LocalDate operated) {
        int latest = facts.all(OutcomeAssessed.class).stream()
                .mapToInt(each -> monthsOf(each.visit()))
                .max()
                .orElse(0);
        for (OutcomeVisit visit : OutcomeVisit.values()) {
            int months = monthsOf(visit);
            if (visit != OutcomeVisit.THERAPY_END && months > latest) {
                LocalDate due = operated.plusMonths(months);
                add("T-48", "Outcome, " + months + " mo", due, due.plusDays(45));
            }
        }
    }

    private static int monthsOf(OutcomeVisit visit) {
        return switch (visit) {
            case M3 -> 3;
            case M6 -> 6;
            case M9 -> 9;
            case M12 -> 12;
            case M18 -> 18;
            case M24 -> 24;
            case THERAPY_END -> 0;
        };
    }

    private void afterCare(Stage stage) {
        LocalDate operated = (stage == Stage.ONE ? Growth.stageOneOn(facts) : Growth.stageTwoOn(facts)).orElse(null);
        if (operated == null) {
            return;
        }
        LocalDate left = CaseFacts.newest(facts, stage)
                .flatMap(CaseFacts::departedAt)
                .map(facts::dayOf)
                .orElse(null);
        if (left != null
                && facts.last(DayOneCallCompleted.class, each -> each.stage() == stage)
                        .isEmpty()) {
            add("T-17", "Day-1 call", left.plusDays(1), left.plusDays(3));
        }
        if (facts.last(WoundAssessed.class, each -> each.stage() == stage).isEmpty()) {
            add("T-18", "Wound visit", operated.plusDays(7), operated.plusDays(12));
        }
        boolean closed = facts.last(
                        SurveillanceClosed.class,
                        each -> each.stage() == stage && each.kind() == SurveillanceKind.SSI30)
                .isPresent();
        if (!closed) {
            add("T-19", "SSI close-out", operated.plusDays(29), operated.plusDays(33));
        }
    }

    private void redFlags() {
        for (RedFlagRaised flag : facts.all(RedFlagRaised.class)) {
            boolean answered = facts.last(
                                    RedFlagAcknowledged.class,
                                    each -> each.flagId().equals(flag.factId()))
                            .isPresent()
                    || facts.last(RedFlagResolved.class, each -> each.flagId().equals(flag.factId()))
                            .isPresent();
            if (!answered) {
                LocalDate day = facts.dayOf(flag);
                dues.add(new Due(
                        "T-33", "Answer red flag", day, day, flag.occurredAt().toInstant()));
            }
        }
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
