package org.crossface.pathway.scheduling;

import java.util.Optional;
import org.crossface.pathway.Circumstances;
import org.crossface.pathway.Invariant;
import org.crossface.pathway.PathwayState;
import org.crossface.pathway.RuleClass;
import org.crossface.pathway.Verdict;
import org.crossface.pathway.surgery.Operation;

/** Rules about the open case of a stage. */
final class CaseRules {

    private CaseRules() {}

    @Invariant(value = "SEQ-CASE", kind = RuleClass.HARD, says = "A stage has one open case at a time.")
    static Verdict noOpenCase(PathwayState state, ScheduleSurgery command, Circumstances given) {
        return Verdict.refusedIf(
                Cancellations.openCase(state, command.stage()).isPresent(),
                "stage",
                "Stage " + command.stage() + " has a case already",
                "Move that case, or cancel it first");
    }

    @Invariant(value = "SEQ-CASE", kind = RuleClass.HARD, says = "A case is moved before the patient is admitted.")
    static Verdict caseCanMove(PathwayState state, RescheduleSurgery command, Circumstances given) {
        Optional<SurgicalCase> open = Cancellations.openCase(state, command.stage());
        if (open.isEmpty()) {
            return Verdict.refused("stage", "Stage " + command.stage() + " has no open case", "Schedule it");
        }
        return Verdict.refusedIf(
                Cancellations.timing(state.operations().of(open.get().caseId())) != CancellationTiming.BEFORE_ADMISSION,
                "stage",
                "The patient is admitted",
                "Cancel the case and schedule a new one");
    }

    @Invariant(
            value = "SEQ-CASE",
            kind = RuleClass.HARD,
            says = "A case is cancelled before the incision, with the time of day that it had really come to.")
    static Verdict caseCanBeCancelled(PathwayState state, CancelSurgery command, Circumstances given) {
        Optional<SurgicalCase> open = Cancellations.openCase(state, command.stage());
        if (open.isEmpty()) {
            return Verdict.refused("stage", "Stage " + command.stage() + " has no open case", "Nothing is to cancel");
        }
        Operation operation = state.operations().of(open.get().caseId());
        if (operation.incisionAt().isPresent()) {
            return Verdict.refused("stage", "The incision is made", "Discontinue the procedure instead");
        }
        CancellationTiming timing = Cancellations.timing(operation);
        return Verdict.refusedIf(
                timing != command.timing(),
                "timing",
                "As recorded it would be " + timing,
                "Choose " + timing + ", or record what happened before");
    }
}
