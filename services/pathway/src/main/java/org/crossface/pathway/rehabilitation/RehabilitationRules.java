package org.crossface.pathway.rehabilitation;

import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.crossface.pathway.Check;
import org.crossface.pathway.Condition;
import org.crossface.pathway.Situation;
import org.crossface.pathway.aftercare.ResolveComplication;
import org.crossface.pathway.aftercare.ResolveRedFlag;
import org.crossface.pathway.policy.Threshold;
import org.crossface.pathway.surgery.CompleteStageTwo;
import org.crossface.platform.api.Role;
import org.crossface.platform.api.decision.Verdict;

/** Rules of therapy, first movement and outcome. */
final class RehabilitationRules {

    private RehabilitationRules() {}

    static final Condition MUSCLE_WAS_TRANSFERRED = Condition.hard(
                    "SEQ-STAGE-TWO", "Therapy and outcome follow the muscle transfer.", on -> {
                        Optional<LocalDate> stageTwo = on.state().operations().stageTwoDate();
                        return Verdict.refusedIf(
                                stageTwo.isEmpty() || on.day().isBefore(stageTwo.get()),
                                "occurredAt",
                                stageTwo.map(day -> "Stage two was on " + day).orElse("Stage two is not completed"),
                                "Complete stage two first");
                    })
            .fulfilledBy(CompleteStageTwo.class);

    static final Condition THERAPY_HAS_NOT_STARTED = Condition.hard(
            "SEQ-THERAPY-START",
            "Therapy starts once.",
            on -> Verdict.refusedIf(
                    on.state().rehabilitation().programme() != ProgrammeStatus.NOT_STARTED,
                    "",
                    "Therapy is " + on.state().rehabilitation().programme(),
                    "Resume it if it is paused"));

    static final Condition THERAPY_IS_ACTIVE = Condition.hard(
                    "SEQ-THERAPY",
                    "Sessions, pauses and the end belong to a running therapy.",
                    on -> Verdict.refusedIf(
                            on.state().rehabilitation().programme() != ProgrammeStatus.ACTIVE,
                            "",
                            "Therapy is " + on.state().rehabilitation().programme(),
                            "Start or resume therapy first"))
            .fulfilledBy(StartRehabilitation.class, ResumeRehabilitation.class);

    static final Condition THERAPY_PAUSES = Condition.hard(
            "SEQ-THERAPY-PAUSE",
            "Only a paused therapy can be resumed.",
            on -> Verdict.refusedIf(
                    on.state().rehabilitation().programme() != ProgrammeStatus.PAUSED,
                    "",
                    "Therapy is " + on.state().rehabilitation().programme(),
                    "No action is needed"));

    static final Condition THERAPY_IS_OPEN =
            Condition.hard("SEQ-THERAPY-END", "Only a running or paused therapy can be stopped.", on -> {
                ProgrammeStatus programme = on.state().rehabilitation().programme();
                return Verdict.refusedIf(
                        programme != ProgrammeStatus.ACTIVE && programme != ProgrammeStatus.PAUSED,
                        "",
                        "Therapy is " + programme,
                        "No action is needed");
            });

    static final Condition THERAPY_LASTED_LONG_ENOUGH =
            Condition.policy("INV-47", "Therapy is complete after {therapyMonths} months from stage two.", on -> {
                LocalDate dayZero = on.state().rehabilitation().dayZero();
                int months = on.policy().of(Threshold.THERAPY_MONTHS);
                return dayZero == null
                        ? Verdict.ALLOWED // SEQ-THERAPY tells that it has not started
                        : from(on, dayZero.plusMonths(months), months, "Wait until then, or stop therapy early");
            });

    static final Condition FINAL_ASSESSMENT_IS_DONE = Condition.policy(
                    "INV-47",
                    "Therapy is complete with a final assessment.",
                    on -> Verdict.refusedIf(
                            !on.state()
                                    .rehabilitation()
                                    .assessedAt(OutcomeVisit.THERAPY_END, OutcomeVisit.M18, OutcomeVisit.M24),
                            "",
                            "There is no final assessment",
                            "Assess the outcome at the end of therapy first"))
            .fulfilledBy(AssessOutcome.class);

    private static Verdict from(Situation on, LocalDate earliest, int months, String remedy) {
        return on.day().isBefore(earliest)
                ? Verdict.refusedUntil(
                        on.startOf(earliest), "occurredAt", "The " + months + " months end on " + earliest, remedy)
                : Verdict.ALLOWED;
    }

    static final Check<ObserveFirstMovement> MOVEMENT_FOLLOWS_TRANSFER = Check.hard(
            "INV-48",
            "The transferred muscle cannot move before it was transferred, nor be seen moving in the future.",
            (state, command, given) -> {
                Optional<LocalDate> stageTwo = state.operations().stageTwoDate();
                return Verdict.refusedIf(
                        stageTwo.isEmpty()
                                || command.seenOn().isBefore(stageTwo.get())
                                || command.seenOn().isAfter(state.dayOf(command.occurredAt())),
                        "seenOn",
                        stageTwo.map(day -> "Stage two was on " + day).orElse("Stage two is not completed"),
                        "Enter a day from stage two until today");
            });

    static final Check<ObserveFirstMovement> EARLY_MOVEMENT_IS_WITNESSED = Check.clinical(
            "INV-48",
            "A movement within {firstMovementWeeks} weeks must be confirmed by a clinician or an EMG.",
            Set.of(Role.SURGEON),
            (state, command, given) -> {
                Optional<LocalDate> plausible = state.operations()
                        .stageTwoDate()
                        .map(day -> day.plusWeeks(given.policy().of(Threshold.FIRST_MOVEMENT_WEEKS)));
                return Verdict.refusedIf(
                        command.observer() == MovementObserver.PATIENT
                                && plausible.filter(command.seenOn()::isBefore).isPresent(),
                        "observer",
                        given.policy().fill("The {firstMovementWeeks} weeks after stage two end on ")
                                + plausible.orElse(null),
                        "Have a clinician or an EMG confirm it");
            });

    static final Condition MOVEMENT_IS_THE_FIRST = Condition.hard(
            "INV-49",
            "There is one first movement; later ones are assessments.",
            on -> Verdict.refusedIf(
                    on.state().rehabilitation().firstMovementOn() != null,
                    "",
                    "The first movement was seen on "
                            + on.state().rehabilitation().firstMovementOn(),
                    "Record an outcome assessment, or correct the first entry"));

    static final Condition OUTCOME_WAS_FOLLOWED_LONG_ENOUGH =
            Condition.policy("INV-50", "A pathway is complete {completionMonths} months after stage two.", on -> {
                int months = on.policy().of(Threshold.COMPLETION_MONTHS);
                return on.state()
                        .operations()
                        .stageTwoDate()
                        .map(day -> day.plusMonths(months))
                        .map(earliest -> from(on, earliest, months, "Complete it on " + earliest + " or later"))
                        .orElseGet(() -> Verdict.refused("", "Stage two is not completed", "Complete stage two first"));
            });

    static final Condition THERAPY_IS_CLOSED = left(
                    on -> !on.state().rehabilitation().programmeClosed(),
                    "Therapy is not closed",
                    "Complete therapy, or stop it early")
            .fulfilledBy(CompleteRehabilitation.class, StopRehabilitationEarly.class);

    static final Condition FINAL_SET_IS_DONE = left(
                    on -> !Completion.finalSetIsDone(on.state().rehabilitation()),
                    "The final set at 24 months is missing: Sunnybrook, smile excursion, spontaneous smile",
                    "Assess the outcome at 24 months, and observe the spontaneous smile")
            .fulfilledBy(AssessOutcome.class, ObserveSpontaneousSmile.class);

    static final Condition NO_COMPLICATION_IS_OPEN = left(
                    on -> on.state().afterCare().hasOpenComplication(),
                    "A complication is open",
                    "Resolve the complication")
            .fulfilledBy(ResolveComplication.class);

    static final Condition NO_RED_FLAG_IS_OPEN = left(
                    on -> !on.state().afterCare().openRedFlags().isEmpty(),
                    "A red flag is open",
                    "Resolve the red flag")
            .fulfilledBy(ResolveRedFlag.class);

    private static Condition left(Predicate<Situation> open, String finding, String remedy) {
        return Condition.policy(
                "INV-50",
                "A pathway is complete with therapy closed, the final set done and nothing open.",
                on -> Verdict.refusedIf(open.test(on), "", finding, remedy));
    }
}
