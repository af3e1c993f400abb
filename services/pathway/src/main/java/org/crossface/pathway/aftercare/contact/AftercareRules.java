package org.crossface.pathway.aftercare.contact;

import java.time.LocalDate;
import java.util.Optional;
import org.crossface.pathway.state.PathwayState;
import org.crossface.pathway.usecase.Condition;
import org.crossface.pathway.usecase.Situation;
import org.crossface.pathway.vocabulary.Stage;
import org.crossface.platform.api.decision.Verdict;

/** Rules of what follows an operation, first of all the call of the day after. */
public final class AftercareRules {

    private AftercareRules() {}

    static final Condition CALL_FOLLOWS_OPERATION = Condition.hard(
            "SEQ-AFTERCARE", "The call of the day after follows an operation.", AftercareRules::stageWasDone);

    /** The day of a completed operation; empty before. */
    public static Optional<LocalDate> dayOf(PathwayState state, Stage stage) {
        return stage == Stage.ONE
                ? state.operations().stageOneDate()
                : state.operations().stageTwoDate();
    }

    /** Whether the operation that a command is about was completed. */
    public static Verdict stageWasDone(Situation on) {
        return Verdict.refusedIf(
                dayOf(on.state(), on.theStage()).isEmpty(),
                "stage",
                "Stage " + on.theStage() + " is not completed",
                "Choose the completed operation");
    }
}
