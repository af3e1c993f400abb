package org.crossface.pathway.rehabilitation;

import java.time.LocalDate;
import java.util.Optional;
import org.crossface.pathway.Circumstances;
import org.crossface.pathway.Invariant;
import org.crossface.pathway.PathwayCommand;
import org.crossface.pathway.PathwayState;
import org.crossface.pathway.RuleClass;
import org.crossface.pathway.Verdict;
import org.crossface.platform.api.Role;

/** Rules of therapy, first movement and outcome. */
final class RehabilitationRules {

    /** No muscle moves earlier unless somebody trained, or the needle, saw it. */
    private static final int PLAUSIBLE_WEEKS = 4;

    private RehabilitationRules() {}

    @Invariant(value = "SEQ-STAGE-TWO", kind = RuleClass.HARD, says = "Therapy and outcome follow the muscle transfer.")
    static Verdict muscleWasTransferred(PathwayState state, PathwayCommand command, Circumstances given) {
        Optional<LocalDate> stageTwo = state.operations().stageTwoDate();
        return Verdict.refusedIf(
                stageTwo.isEmpty() || state.dayOf(command.occurredAt()).isBefore(stageTwo.get()),
                "occurredAt",
                stageTwo.map(day -> "Stage two was on " + day).orElse("Stage two is not completed"),
                "Complete stage two first");
    }

    @Invariant(value = "SEQ-THERAPY-START", kind = RuleClass.HARD, says = "Therapy starts once.")
    static Verdict therapyHasNotStarted(PathwayState state, StartRehabilitation command, Circumstances given) {
        return Verdict.refusedIf(
                state.rehabilitation().programme() != ProgrammeStatus.NOT_STARTED,
                "",
                "Therapy is " + state.rehabilitation().programme(),
                "Resume it if it pauses");
    }

    @Invariant(
            value = "SEQ-THERAPY",
            kind = RuleClass.HARD,
            says = "Sessions, pauses and the end belong to a therapy that is going on.")
    static Verdict therapyIsActive(PathwayState state, PathwayCommand command, Circumstances given) {
        return Verdict.refusedIf(
                state.rehabilitation().programme() != ProgrammeStatus.ACTIVE,
                "",
                "Therapy is " + state.rehabilitation().programme(),
                "Start or resume therapy first");
    }

    @Invariant(value = "SEQ-THERAPY-PAUSE", kind = RuleClass.HARD, says = "Only a therapy that pauses can be resumed.")
    static Verdict therapyPauses(PathwayState state, ResumeRehabilitation command, Circumstances given) {
        return Verdict.refusedIf(
                state.rehabilitation().programme() != ProgrammeStatus.PAUSED,
                "",
                "Therapy is " + state.rehabilitation().programme(),
                "Nothing is to be done");
    }

    @Invariant(
            value = "SEQ-THERAPY-END",
            kind = RuleClass.HARD,
            says = "Only a therapy that goes on or pauses can be stopped.")
    static Verdict therapyIsOpen(PathwayState state, StopRehabilitationEarly command, Circumstances given) {
        ProgrammeStatus programme = state.rehabilitation().programme();
        return Verdict.refusedIf(
                programme != ProgrammeStatus.ACTIVE && programme != ProgrammeStatus.PAUSED,
                "",
                "Therapy is " + programme,
                "Nothing is to be done");
    }

    @Invariant(
            value = "INV-47",
            kind = RuleClass.POLICY,
            says = "Therapy is complete after 18 months from stage two, with a final assessment.")
    static Verdict therapyLastedLongEnough(PathwayState state, CompleteRehabilitation command, Circumstances given) {
        LocalDate dayZero = state.rehabilitation().dayZero();
        LocalDate earliest = dayZero == null
                ? LocalDate.MAX
                : dayZero.plusMonths(given.policy().therapyMonths());
        if (state.dayOf(command.occurredAt()).isBefore(earliest)) {
            return Verdict.refused(
                    "occurredAt", "The 18 months end on " + earliest, "Wait until then, or stop therapy early");
        }
        return Verdict.refusedIf(
                !state.rehabilitation().assessedAt(OutcomeVisit.THERAPY_END, OutcomeVisit.M18, OutcomeVisit.M24),
                "",
                "There is no final assessment",
                "Assess the outcome at the end of therapy first");
    }

    @Invariant(
            value = "INV-48",
            kind = RuleClass.HARD,
            says = "The transferred muscle cannot move before it was transferred, nor be seen moving in the future.")
    static Verdict movementFollowsTransfer(PathwayState state, ObserveFirstMovement command, Circumstances given) {
        Optional<LocalDate> stageTwo = state.operations().stageTwoDate();
        return Verdict.refusedIf(
                stageTwo.isEmpty()
                        || command.seenOn().isBefore(stageTwo.get())
                        || command.seenOn().isAfter(state.dayOf(command.occurredAt())),
                "seenOn",
                stageTwo.map(day -> "Stage two was on " + day).orElse("Stage two is not completed"),
                "Give a day from stage two until now");
    }

    @Invariant(
            value = "INV-48",
            kind = RuleClass.CLINICAL,
            says = "A movement within 4 weeks has to be seen by a clinician or in the EMG.",
            overriddenBy = Role.SURGEON)
    static Verdict earlyMovementIsWitnessed(PathwayState state, ObserveFirstMovement command, Circumstances given) {
        Optional<LocalDate> plausible = state.operations().stageTwoDate().map(day -> day.plusWeeks(PLAUSIBLE_WEEKS));
        return Verdict.refusedIf(
                command.observer() == MovementObserver.PATIENT
                        && plausible.filter(command.seenOn()::isBefore).isPresent(),
                "observer",
                "Four weeks end on " + plausible.orElse(null),
                "Have a clinician or an EMG confirm it");
    }

    @Invariant(
            value = "INV-49",
            kind = RuleClass.HARD,
            says = "There is one first movement; later ones are assessments.")
    static Verdict movementIsTheFirst(PathwayState state, ObserveFirstMovement command, Circumstances given) {
        return Verdict.refusedIf(
                state.rehabilitation().firstMovementOn() != null,
                "",
                "The first movement was seen on " + state.rehabilitation().firstMovementOn(),
                "Record an outcome assessment, or correct the first entry");
    }

    @Invariant(
            value = "INV-50",
            kind = RuleClass.POLICY,
            says =
                    "A pathway is complete 24 months after stage two, with therapy closed, the final set done and nothing open.")
    static Verdict nothingIsLeft(PathwayState state, CompletePathway command, Circumstances given) {
        LocalDate earliest = state.operations()
                .stageTwoDate()
                .orElse(LocalDate.MAX.minusYears(10))
                .plusMonths(given.policy().completionMonths());
        if (state.dayOf(command.occurredAt()).isBefore(earliest)) {
            return Verdict.refused(
                    "occurredAt", "The 24 months end on " + earliest, "Complete it on " + earliest + " or later");
        }
        return Completion.missing(state)
                .<Verdict>map(missing -> Verdict.refused("", missing, "Do that first"))
                .orElse(Verdict.ALLOWED);
    }
}
