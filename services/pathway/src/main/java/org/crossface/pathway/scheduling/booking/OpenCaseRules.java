package org.crossface.pathway.scheduling.booking;

import java.util.Optional;
import org.crossface.pathway.record.Cancellations;
import org.crossface.pathway.scheduling.SurgicalCase;
import org.crossface.pathway.scheduling.vocabulary.CancellationTiming;
import org.crossface.pathway.usecase.Check;
import org.crossface.pathway.usecase.Condition;
import org.crossface.platform.api.decision.Verdict;

/** Rules about the open case of a stage. */
final class OpenCaseRules {

    private OpenCaseRules() {}

    static final Condition NO_OPEN_CASE = Condition.hard(
            "SEQ-CASE",
            "A stage has one open case at a time.",
            on -> Verdict.refusedIf(
                    Cancellations.openCase(on.state(), on.theStage()).isPresent(),
                    "stage",
                    "Stage " + on.theStage() + " already has a case",
                    "Move that case, or cancel it first"));

    static final Condition CASE_CAN_MOVE = Condition.hard(
                    "SEQ-CASE", "A case is moved before the patient is admitted.", on -> {
                        Optional<SurgicalCase> open = Cancellations.openCase(on.state(), on.theStage());
                        if (open.isEmpty()) {
                            return Verdict.refused(
                                    "stage", "Stage " + on.theStage() + " has no open case", "Schedule it");
                        }
                        return Verdict.refusedIf(
                                Cancellations.timing(on.state()
                                                .operations()
                                                .of(open.get().caseId()))
                                        != CancellationTiming.BEFORE_ADMISSION,
                                "stage",
                                "The patient is admitted",
                                "Cancel the case and schedule a new one");
                    })
            .fulfilledBy(ScheduleSurgery.class);

    static final Condition OPEN_CASE_CAN_BE_CANCELLED =
            Condition.hard("SEQ-CASE", "A case is cancelled before the incision.", on -> {
                Optional<SurgicalCase> open = Cancellations.openCase(on.state(), on.theStage());
                if (open.isEmpty()) {
                    return Verdict.refused(
                            "stage", "Stage " + on.theStage() + " has no open case", "There is nothing to cancel");
                }
                return Verdict.refusedIf(
                        on.state()
                                .operations()
                                .of(open.get().caseId())
                                .incisionAt()
                                .isPresent(),
                        "stage",
                        "The incision has been made",
                        "Discontinue the procedure instead");
            });

    static final Check<CancelSurgery> CANCELLED_AT_THE_TIME_IT_SAYS = Check.hard(
            "SEQ-CASE",
            "A case is cancelled with the time of day that it had really come to.",
            (state, command, given) -> Cancellations.openCase(state, command.stage())
                    .map(open -> Cancellations.timing(state.operations().of(open.caseId())))
                    .filter(timing -> timing != command.timing())
                    .map(timing -> Verdict.refused(
                            "timing",
                            "According to the record the timing is " + timing,
                            "Choose " + timing + ", or record what happened before"))
                    .orElse(Verdict.ALLOWED));
}
