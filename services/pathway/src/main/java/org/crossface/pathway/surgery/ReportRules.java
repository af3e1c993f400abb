package org.crossface.pathway.surgery;

import java.time.OffsetDateTime;
import org.crossface.pathway.Circumstances;
import org.crossface.pathway.Invariant;
import org.crossface.pathway.PathwayState;
import org.crossface.pathway.RuleClass;
import org.crossface.pathway.Verdict;

/** Rules of the operation record's end and of reports. */
final class ReportRules {

    private ReportRules() {}

    @Invariant(
            value = "SEQ-SIGNATURE",
            kind = RuleClass.HARD,
            says = "The record of an operation is signed when the operation is completed or was stopped.")
    static Verdict operationHasEnded(PathwayState state, SignOperationRecord command, Circumstances given) {
        Operation operation = state.operations().of(command.caseId());
        return Verdict.refusedIf(
                !operation.isCompleted() && !operation.isDiscontinued(),
                "",
                "The operation is neither completed nor discontinued",
                "Complete the operation record first");
    }

    @Invariant(
            value = "SEQ-DEVIATION",
            kind = RuleClass.HARD,
            says = "An incision that is reported lies after the admission and before the report.")
    static Verdict reportedIncisionIsPlausible(
            PathwayState state, ReportChecklistDeviation command, Circumstances given) {
        OffsetDateTime incision = command.incisionAt();
        if (incision == null) {
            return Verdict.ALLOWED;
        }
        boolean beforeAdmission = state.operations()
                .of(command.caseId())
                .last(PatientAdmitted.class)
                .filter(admission -> !incision.isBefore(admission.occurredAt()))
                .isEmpty();
        return Verdict.refusedIf(
                beforeAdmission || incision.isAfter(command.occurredAt()),
                "incisionAt",
                beforeAdmission ? "The incision lies before the admission" : "The incision lies after the report",
                "Give the time of the incision");
    }
}
