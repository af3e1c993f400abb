package org.crossface.pathway.rehabilitation.outcome;

import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import org.crossface.pathway.policy.Threshold;
import org.crossface.pathway.rehabilitation.vocabulary.MovementObserver;
import org.crossface.pathway.surgery.transfer.CompleteStageTwo;
import org.crossface.pathway.surgery.vocabulary.FlapCondition;
import org.crossface.pathway.usecase.Check;
import org.crossface.pathway.usecase.Condition;
import org.crossface.platform.api.Role;
import org.crossface.platform.api.decision.Verdict;

/** Rules of first movement and outcome. */
public final class OutcomeRules {

    private OutcomeRules() {}

    public static final Condition MUSCLE_WAS_TRANSFERRED = Condition.hard(
                    "SEQ-STAGE-TWO", "Therapy and outcome follow the muscle transfer.", on -> {
                        Optional<LocalDate> stageTwo = on.state().operations().stageTwoDate();
                        return Verdict.refusedIf(
                                stageTwo.isEmpty() || on.day().isBefore(stageTwo.get()),
                                "occurredAt",
                                stageTwo.map(day -> "Stage two was on " + day).orElse("Stage two is not completed"),
                                "Complete stage two first");
                    })
            .fulfilledBy(CompleteStageTwo.class);

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

    static final Condition FLAP_IS_ALIVE = Condition.hard(
            "INV-49",
            "A lost flap has no first movement.",
            on -> Verdict.refusedIf(
                    on.state().flap().condition() == FlapCondition.LOST,
                    "",
                    "The flap was lost",
                    "Retract the loss if it was a mistake"));

    static final Condition MOVEMENT_IS_THE_FIRST = Condition.hard(
            "INV-49",
            "A flap has one first movement; later ones are assessments.",
            on -> Verdict.refusedIf(
                    on.state().rehabilitation().firstMovementOn() != null,
                    "",
                    "The first movement was seen on "
                            + on.state().rehabilitation().firstMovementOn(),
                    "Record an outcome assessment, or correct the first entry"));
}
