package org.crossface.pathway.aftercare.contact;

import java.time.LocalDate;
import java.util.Optional;
import org.crossface.pathway.state.CaseProgress;
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

    /** The day of an operation that ended, here or at another centre; empty before. */
    public static Optional<LocalDate> dayOf(PathwayState state, Stage stage) {
        return state.operatedHereOn(stage)
                .or(() -> stage == Stage.ONE
                        ? state.operations().stageOneDate()
                        : state.operations().stageTwoDate());
    }

    /** Whether the operation that a command is about was completed. */
    public static Verdict stageWasDone(Situation on) {
        return Verdict.refusedIf(
                dayOf(on.state(), on.theStage()).isEmpty(),
                "stage",
                "Stage " + on.theStage() + " is not completed",
                "Choose the completed operation");
    }

    static final Condition PATIENT_IS_NOT_IN_HOSPITAL = Condition.hard(
            "SEQ-INPATIENT",
            "Nobody calls a patient at home who lies in a hospital.",
            on -> Verdict.refusedIf(
                    CaseProgress.newest(on.state(), on.theStage())
                            .filter(CaseProgress::isInHospital)
                            .isPresent(),
                    "stage",
                    "The patient was transferred to a hospital and has not been discharged from there",
                    "Contact the ward, and record the discharge from the hospital when it is told"));
}
