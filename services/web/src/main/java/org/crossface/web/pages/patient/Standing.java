package org.crossface.web.pages.patient;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Optional;
import org.crossface.coordination.board.Lane;
import org.crossface.coordination.board.TaskRow;
import org.crossface.pathway.policy.Policy;
import org.crossface.pathway.policy.Threshold;
import org.crossface.pathway.state.PathwayState;
import org.crossface.pathway.vocabulary.Phase;
import org.crossface.web.pages.SiteTimes;
import org.jspecify.annotations.Nullable;

/** View model of a pathway's present step, the next one and the one after that. */
record Standing(Lane lane, String phase, String tone, Step now, Step next, Step after) {

    private static final double DAYS_PER_MONTH = 30.4375;

    /**
     * One of the three steps.
     *
     * @param tone CSS class of the detail; empty for none
     */
    record Step(String title, String detail, String tone) {

        static Step of(String title, String detail) {
            return new Step(title, detail, "");
        }
    }

    static Standing of(PatientFile file, Policy policy, SiteTimes times) {
        PathwayState state = file.state();
        Phase phase = state.phase();
        Lane lane = Lane.of(phase, state.restingPhase());
        Steps steps = new Steps(state, policy, times);
        return new Standing(
                lane, phase.label(), tone(phase), steps.now(phase, lane), steps.next(file.next()), steps.after(lane));
    }

    private static String tone(Phase phase) {
        return switch (phase) {
            case ON_HOLD -> "hold";
            case LOST_TO_FOLLOW_UP, WINDOW_LAPSED -> "late";
            case COMPLETED -> "done";
            default -> phase.isEnd() ? "plan" : "active";
        };
    }

    private record Steps(PathwayState state, Policy policy, SiteTimes times) {

        Step now(Phase phase, Lane lane) {
            LocalDate today = times.today();
            Optional<LocalDate> one = state.operations().stageOneDate();
            Optional<LocalDate> two = state.operations().stageTwoDate();
            if (phase.isEnd()) {
                return Step.of(phase.label(), "Nothing clinical follows.");
            }
            return switch (lane) {
                case REHABILITATION, OUTCOME ->
                    Step.of(
                            two.map(day -> "%s, month %d of %d"
                                            .formatted(
                                                    phase.label(),
                                                    months(day, today),
                                                    lane == Lane.OUTCOME
                                                            ? policy.of(Threshold.COMPLETION_MONTHS)
                                                            : policy.of(Threshold.THERAPY_MONTHS)))
                                    .orElse(phase.label()),
                            two.map(day -> since(day, "stage two")).orElse(""));
                case NERVE_GROWING, STAGE_TWO ->
                    Step.of(
                            lane == Lane.NERVE_GROWING && one.isPresent()
                                    ? phase.label() + ", month " + months(one.get(), today)
                                    : phase.label(),
                            two.map(day -> since(day, "stage two"))
                                    .or(() -> one.map(day -> since(day, "stage one")))
                                    .orElse(""));
                default -> {
                    LocalDate referred = state.intake().referredOn();
                    yield Step.of(
                            phase.label(),
                            "Day " + ChronoUnit.DAYS.between(referred, today) + " since the referral of "
                                    + times.date(referred));
                }
            };
        }

        private String since(LocalDate day, String what) {
            double months = ChronoUnit.DAYS.between(day, times.today()) / DAYS_PER_MONTH;
            return String.format(Locale.ROOT, "%.1f months after %s on %s", months, what, times.date(day));
        }

        private static long months(LocalDate from, LocalDate to) {
            return ChronoUnit.MONTHS.between(from, to);
        }

        Step next(@Nullable TaskRow due) {
            if (due == null) {
                return Step.of("Nothing is due", "");
            }
            LocalDate today = times.today();
            LocalDate dueOn = due.dueOn();
            LocalDate overdueOn = due.overdueOn();
            if (dueOn == null) {
                return Step.of(due.label(), "No date yet");
            }
            if (overdueOn != null && !today.isBefore(overdueOn)) {
                long late = ChronoUnit.DAYS.between(overdueOn, today) + 1;
                return new Step(due.label(), "Was due " + times.date(dueOn) + ", " + late + " d overdue", "late");
            }
            String until = overdueOn == null || due.at() != null ? "" : ", overdue from " + times.date(overdueOn);
            String when = due.at() == null ? times.date(dueOn) : times.dateTime(due.at());
            return new Step(due.label(), "Due " + when + until, today.isBefore(dueOn) ? "" : "risk");
        }

        Step after(Lane lane) {
            Optional<LocalDate> one = state.operations().stageOneDate();
            Optional<LocalDate> two = state.operations().stageTwoDate();
            return switch (lane) {
                case REFERRAL, EVALUATION -> Step.of("Decision on candidacy", "Needs all five factors");
                case DECISION -> Step.of("Stage one", "Needs plan, consent and clearance");
                case STAGE_ONE ->
                    Step.of("The nerve grows", policy.fill("Tinel at months {t22Months}, {t23Months} and {t24Months}"));
                case NERVE_GROWING ->
                    Step.of(
                            one.map(day -> "Stage two from "
                                            + times.date(
                                                    day.plusMonths(policy.of(Threshold.STAGE_TWO_EARLIEST_MONTHS))))
                                    .orElse("Stage two"),
                            "Needs confirmed neurotization, a new consent and clearance");
                case STAGE_TWO -> Step.of("Therapy", policy.of(Threshold.THERAPY_MONTHS) + " months from stage two");
                case REHABILITATION ->
                    Step.of(
                            two.map(day -> "Therapy may end "
                                            + times.date(day.plusMonths(policy.of(Threshold.THERAPY_MONTHS))))
                                    .orElse("End of therapy"),
                            completion(two));
                case OUTCOME -> Step.of("Completion", completion(two));
                case COMPLETED -> Step.of("Nothing follows", "");
            };
        }

        private String completion(Optional<LocalDate> stageTwo) {
            return stageTwo.map(day ->
                            "Complete from " + times.date(day.plusMonths(policy.of(Threshold.COMPLETION_MONTHS))))
                    .orElse("");
        }
    }
}
