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
import org.crossface.pathway.PathwayState;
import org.crossface.pathway.Phase;
import org.crossface.pathway.Stage;
import org.crossface.pathway.aftercare.FollowUp;
import org.crossface.pathway.aftercare.SurveillanceKind;
import org.crossface.pathway.consent.ConsentType;
import org.crossface.pathway.consent.Consents;
import org.crossface.pathway.evaluation.Evaluation;
import org.crossface.pathway.policy.Policy;
import org.crossface.pathway.recovery.CaseProgress;
import org.crossface.pathway.rehabilitation.OutcomeVisit;
import org.crossface.pathway.rehabilitation.Rehabilitation;

/** What is due on a pathway, by the timers of the clinical reference (section 3), earliest first. */
public final class Dues {

    private static final List<Integer> TINEL_MONTHS = List.of(3, 6, 9);
    private static final int TINEL_EARLY_DAYS = 14;

    private final PathwayState state;
    private final Policy policy;
    private final List<Due> dues = new ArrayList<>();

    private Dues(PathwayState state, Policy policy) {
        this.state = state;
        this.policy = policy;
    }

    /** All that is open, the earliest first; what has no date comes last. */
    public static List<Due> of(PathwayState state, Policy policy) {
        Dues dues = new Dues(state, policy);
        dues.collect();
        dues.dues.sort(comparing(Due::dueOn, nullsLast(naturalOrder())).thenComparing(Due::code));
        return List.copyOf(dues.dues);
    }

    private void collect() {
        if (!state.phase().isEnd()) {
            switch (state.phase()) {
                case REFERRED, UNDER_EVALUATION -> evaluation();
                case DEFERRED -> deferred();
                case CANDIDATE, STAGE1_PLANNED -> untilOperation(state.nextStage());
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
        Evaluation evaluation = state.evaluation();
        OffsetDateTime completed = evaluation.completedAt();
        OffsetDateTime visit = evaluation.visitAt();
        if (completed != null) {
            LocalDate day = state.dayOf(completed);
            add("T-04", "Decide", day.plusDays(14), day.plusDays(28));
        } else if (visit != null) {
            LocalDate day = state.dayOf(visit);
            dues.add(new Due("T-03", "Visit", day, plusBusinessDays(day, 7), visit.toInstant()));
        } else {
            LocalDate referred = state.intake().referredOn();
            add("T-02", "Book evaluation", referred.plusDays(14), referred.plusDays(28));
        }
    }

    private void deferred() {
        LocalDate review = state.plan().reviewOn();
        if (review != null) {
            add("T-05", "Decide again", review, review.plusDays(14));
        }
    }

    private void untilOperation(Stage stage) {
        Optional<CaseProgress> planned = CaseProgress.open(state, stage);
        if (planned.isPresent()) {
            OffsetDateTime start = planned.get().planned().startsAt();
            LocalDate day = state.dayOf(start);
            dues.add(new Due("APPT", stageName(stage), day, day.plusDays(1), start.toInstant()));
        }
        boolean admitted = planned.filter(each -> each.operation().admittedAt().isPresent())
                .isPresent();
        if (admitted) {
            return;
        }
        Optional<Consents.Consent> consent = state.consents().standing(ConsentType.SURGICAL, stage);
        LocalDate cleared = state.schedule().readinessFor(stage).clearedUntil();
        consent.map(Consents.Consent::validUntil)
                .ifPresent(until -> add("T-06", "Consent ends", until.minusDays(14), until.plusDays(1)));
        if (cleared != null) {
            add("T-08", "Clearance ends", cleared.minusDays(7), cleared.plusDays(1));
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
            // Stage two after a graft has T-27 for it.
            dues.add(Due.open("SLOT", stage == Stage.ONE ? "Schedule stage one" : "Schedule stage two"));
        }
    }

    private void scheduling() {
        LocalDate confirmed = state.graft().confirmedOn();
        if (confirmed != null && CaseProgress.open(state, Stage.TWO).isEmpty()) {
            add("T-27", "Schedule stage two", confirmed.plusDays(45), confirmed.plusDays(90));
        }
    }

    private void growth() {
        LocalDate operated = state.operations().stageOneDate().orElse(null);
        if (operated == null) {
            return;
        }
        LocalDate lastCheck = state.graft().growth().lastCheckedOn();
        for (int months : TINEL_MONTHS) {
            LocalDate due = operated.plusMonths(months);
            if (lastCheck == null || lastCheck.isBefore(due.minusDays(TINEL_EARLY_DAYS))) {
                add("T-2" + (1 + months / 3), "Tinel, " + months + " mo", due, due.plusDays(28));
            }
        }
        state.windowEnd(policy).ifPresent(end -> add("T-25", "Decide on the nerve", end, end.plusDays(1)));
    }

    private void afterStageTwo() {
        LocalDate operated = state.operations().stageTwoDate().orElse(null);
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
        Rehabilitation rehabilitation = state.rehabilitation();
        if (!rehabilitation.programmeStarted()) {
            add("T-40", "Start therapy", operated.plusDays(14), operated.plusDays(42));
        } else if (!rehabilitation.programmeClosed()) {
            LocalDate end = operated.plusMonths(policy.therapyMonths());
            add("T-44", "End of therapy", end, end.plusMonths(1));
            LocalDate next = rehabilitation.therapy().nextSessionOn();
            if (next != null) {
                add("T-41", "Therapy session", next, next.plusDays(14));
            }
        }
    }

    private void movement(LocalDate operated) {
        Rehabilitation rehabilitation = state.rehabilitation();
        if (rehabilitation.firstMovementOn() == null && !rehabilitation.nonFunctioning()) {
            add("T-45", "First movement", operated.plusMonths(8), operated.plusMonths(9));
        }
    }

    /** A visit is closed by itself or by a later one: nobody catches up on month 3 at month 9. */
    private void outcomeVisits(LocalDate operated) {
        int latest = state.rehabilitation().outcomes().stream()
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

    /** Of an operation that was done here: after one at another centre, that centre looks after the wound and counts its infections. */
    private void afterCare(Stage stage) {
        LocalDate operated = state.operations().operatedHereOn(stage).orElse(null);
        if (operated == null) {
            return;
        }
        FollowUp followUp = state.afterCare().followUp();
        LocalDate left = CaseProgress.newest(state, stage)
                .flatMap(each -> each.recovery().departedAt())
                .map(state::dayOf)
                .orElse(null);
        if (left != null && followUp.dayOneCall(stage).isEmpty()) {
            add("T-17", "Day-1 call", left.plusDays(1), left.plusDays(3));
        }
        if (followUp.firstWoundVisit(stage).isEmpty()) {
            add("T-18", "Wound visit", operated.plusDays(7), operated.plusDays(12));
        }
        if (!state.afterCare().isClosed(stage, SurveillanceKind.SSI30)) {
            add("T-19", "SSI close-out", operated.plusDays(29), operated.plusDays(33));
        }
    }

    private void redFlags() {
        for (FollowUp.Flag flag : state.afterCare().followUp().unanswered()) {
            LocalDate day = state.dayOf(flag.raisedAt());
            dues.add(
                    new Due("T-33", "Answer red flag", day, day, flag.raisedAt().toInstant()));
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
