package org.crossface.pathway.rehabilitation.outcome;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.crossface.pathway.policy.Threshold;
import org.crossface.pathway.rehabilitation.vocabulary.MovementObserver;
import org.crossface.pathway.state.PathwayState;
import org.crossface.pathway.surgery.MuscleFlap;
import org.crossface.pathway.surgery.transfer.CompleteStageTwo;
import org.crossface.pathway.surgery.vocabulary.FlapCondition;
import org.crossface.pathway.usecase.Check;
import org.crossface.pathway.usecase.Condition;
import org.crossface.pathway.vocabulary.FlapCommand;
import org.crossface.platform.api.Role;
import org.crossface.platform.api.decision.Verdict;

/** Rules of first movement and outcome. */
public final class OutcomeRules {

    private OutcomeRules() {}

    public static final Condition MUSCLE_WAS_TRANSFERRED = Condition.hard(
                    "SEQ-STAGE-TWO", "Therapy and outcome follow the muscle transfer.", on -> {
                        Optional<LocalDate> stageTwo =
                                on.flap().flatMap(flap -> Optional.ofNullable(flap.operatedOn()));
                        boolean missing = on.flap().isPresent()
                                || on.state().flaps().atWork().isEmpty();
                        return stageTwo.map(day -> Verdict.refusedIf(
                                        on.day().isBefore(day),
                                        "occurredAt",
                                        "Stage two was on " + day,
                                        "Complete stage two first"))
                                .orElseGet(() -> Verdict.refusedIf(
                                        missing,
                                        "occurredAt",
                                        "Stage two is not completed",
                                        "Complete stage two first"));
                    })
            .fulfilledBy(CompleteStageTwo.class);

    /** With two muscles at work nobody guesses which one is meant. */
    public static final Condition MUSCLE_IS_NAMED =
            Condition.hard("REF-FLAP", "Therapy and outcome are those of one transferred muscle.", on -> {
                List<MuscleFlap> working = on.state().flaps().atWork();
                if (on.flap().isPresent() || (on.flapId() == null && working.isEmpty())) {
                    return Verdict.ALLOWED;
                }
                return on.flapId() == null || on.flapId().isBlank()
                        ? Verdict.refused(
                                "flapId",
                                "Muscles are at work on these sides: "
                                        + working.stream()
                                                .map(flap -> flap.side() == null
                                                        ? "unknown"
                                                        : flap.side().name())
                                                .collect(Collectors.joining(", ")),
                                "Name the muscle")
                        : Verdict.refused(
                                "flapId", "There is no muscle " + on.flapId(), "Name a muscle of this pathway");
            });

    static final Check<ObserveFirstMovement> MOVEMENT_FOLLOWS_TRANSFER = Check.hard(
            "INV-48",
            "The transferred muscle cannot move before it was transferred, nor be seen moving in the future.",
            (state, command, given) -> {
                Optional<LocalDate> stageTwo = operatedOn(state, command);
                return Verdict.refusedIf(
                        stageTwo.isEmpty()
                                || command.seenOn().isBefore(stageTwo.get())
                                || command.seenOn().isAfter(state.dayOf(command.occurredAt())),
                        "seenOn",
                        stageTwo.map(day -> "Stage two was on " + day).orElse("Stage two is not completed"),
                        "Enter a day from stage two until today");
            });

    private static Optional<LocalDate> operatedOn(PathwayState state, FlapCommand command) {
        return state.flaps().meant(command.flapId()).flatMap(flap -> Optional.ofNullable(flap.operatedOn()));
    }

    static final Check<ObserveFirstMovement> EARLY_MOVEMENT_IS_WITNESSED = Check.clinical(
            "INV-48",
            "A movement within {firstMovementWeeks} weeks must be confirmed by a clinician or an EMG; within "
                    + "{firstMovementMassetericWeeks} weeks where the masseteric nerve drives the muscle.",
            Set.of(Role.SURGEON),
            (state, command, given) -> {
                int weeks = given.policy()
                        .of(
                                state.flaps()
                                                .meant(command.flapId())
                                                .filter(MuscleFlap::isDrivenByMasseter)
                                                .isPresent()
                                        ? Threshold.FIRST_MOVEMENT_MASSETERIC_WEEKS
                                        : Threshold.FIRST_MOVEMENT_WEEKS);
                Optional<LocalDate> plausible = operatedOn(state, command).map(day -> day.plusWeeks(weeks));
                return Verdict.refusedIf(
                        command.observer() == MovementObserver.PATIENT
                                && plausible.filter(command.seenOn()::isBefore).isPresent(),
                        "observer",
                        "The " + weeks + " weeks after stage two end on " + plausible.orElse(null),
                        "Have a clinician or an EMG confirm it");
            });

    static final Condition MUSCLE_HARDLY_MOVES = Condition.clinical(
            "SEQ-NON-FUNCTION",
            "A transfer does not function when the smile excursion measured last is below {nonFunctionMm} mm.",
            Set.of(Role.SURGEON),
            on -> on.rehabilitation()
                    .lastExcursionMm()
                    .filter(measured -> measured >= on.policy().of(Threshold.NON_FUNCTION_MM))
                    .map(measured -> Verdict.refused(
                            "",
                            "The smile excursion was " + measured + " mm",
                            "Measure again, or override with a reason"))
                    .orElse(Verdict.ALLOWED));

    static final Condition FLAP_IS_ALIVE = Condition.hard(
            "INV-49",
            "A lost flap has no first movement.",
            on -> Verdict.refusedIf(
                    on.flap()
                            .filter(flap -> flap.condition() == FlapCondition.LOST)
                            .isPresent(),
                    "",
                    "The flap was lost",
                    "Retract the loss if it was a mistake"));

    static final Condition MOVEMENT_IS_THE_FIRST = Condition.hard(
            "INV-49",
            "A flap has one first movement; later ones are assessments.",
            on -> Verdict.refusedIf(
                    on.rehabilitation().firstMovementOn() != null,
                    "",
                    "The first movement was seen on " + on.rehabilitation().firstMovementOn(),
                    "Record an outcome assessment, or correct the first entry"));
}
