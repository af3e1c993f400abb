package org.crossface.pathway.authority;

import java.time.LocalDate;
import java.util.Optional;
import org.crossface.pathway.PathwayState;
import org.crossface.pathway.Phase;
import org.crossface.pathway.authority.Availability.Locked;
import org.crossface.pathway.policy.Policy;

/** What keeps a command waiting for a day or for another fact. */
final class Waiting {

    private Waiting() {}

    static Optional<Locked> of(PathwayState state, CommandSpec command, LocalDate today, Policy policy) {
        return switch (command.name()) {
            case "ScheduleSurgery" -> stageTwo(state, today, policy);
            case "AssessTinel", "ConfirmNeurotization" -> graft(state, command);
            case "CompleteRehabilitation" ->
                until(
                        Optional.ofNullable(state.rehabilitation().dayZero())
                                .map(day -> day.plusMonths(policy.therapyMonths())),
                        today,
                        "Therapy lasts " + policy.therapyMonths() + " months from stage two");
            case "CompletePathway" ->
                until(
                        state.operations().stageTwoDate().map(day -> day.plusMonths(policy.completionMonths())),
                        today,
                        "The outcome is followed for " + policy.completionMonths() + " months after stage two");
            case "ObserveFirstMovement" -> firstMovement(state);
            default -> Optional.empty();
        };
    }

    /** Once the graft is in place, the next operation to schedule is the muscle transfer. */
    private static Optional<Locked> stageTwo(PathwayState state, LocalDate today, Policy policy) {
        Optional<LocalDate> stageOne = state.operations().stageOneDate();
        if (stageOne.isEmpty()
                || state.phase() == Phase.REPLANNED
                || state.plan().massetericOnly()) {
            return Optional.empty();
        }
        LocalDate earliest = stageOne.get().plusMonths(policy.stageTwoEarliestMonths());
        return state.graft().neurotized()
                ? Optional.empty()
                : Optional.of(new Locked(
                        "Stage two waits for the confirmation of neurotization",
                        earliest.isAfter(today) ? earliest : null));
    }

    private static Optional<Locked> graft(PathwayState state, CommandSpec command) {
        if (!state.graft().banked() || state.operations().stageOneDate().isEmpty()) {
            return Optional.of(new Locked("No graft is banked yet", null));
        }
        return command.name().equals("ConfirmNeurotization") && state.graft().neurotized()
                ? Optional.of(new Locked(
                        "Neurotization was confirmed on " + state.graft().confirmedOn(), null))
                : Optional.empty();
    }

    private static Optional<Locked> firstMovement(PathwayState state) {
        LocalDate seen = state.rehabilitation().firstMovementOn();
        return seen == null
                ? Optional.empty()
                : Optional.of(new Locked("The first movement was seen on " + seen, null));
    }

    private static Optional<Locked> until(Optional<LocalDate> day, LocalDate today, String reason) {
        return day.filter(from -> from.isAfter(today)).map(from -> new Locked(reason, from));
    }
}
