package org.crossface.pathway.surgery;

import java.time.OffsetDateTime;
import org.crossface.pathway.Check;
import org.crossface.pathway.Condition;
import org.crossface.platform.api.decision.Verdict;

/** Rules of the operation record's end and of reports. */
final class ReportRules {

    private ReportRules() {}

    static final Condition OPERATION_HAS_ENDED = Condition.hard(
                    "SEQ-SIGNATURE",
                    "The record of an operation is signed when the operation is completed or was stopped.",
                    on -> {
                        Operation operation = on.operation();
                        return Verdict.refusedIf(
                                !operation.isCompleted() && !operation.isDiscontinued(),
                                "",
                                "The operation is neither completed nor discontinued",
                                "Complete the operation record first");
                    })
            .fulfilledBy(CompleteStageOne.class, CompleteStageTwo.class);

    static final Check<ReportChecklistDeviation> REPORTED_INCISION_IS_PLAUSIBLE = Check.hard(
            "SEQ-DEVIATION",
            "A reported incision is after the admission and before the report.",
            (state, command, given) -> {
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
                        beforeAdmission ? "The incision is before the admission" : "The incision lies after the report",
                        "Give the time of the incision");
            });
}
