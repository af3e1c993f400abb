package org.crossface.pathway.surgery.checklist;

import java.time.OffsetDateTime;
import org.crossface.pathway.usecase.Check;
import org.crossface.platform.api.decision.Verdict;

/** Rules of reports that a step of the checklist was missed. */
final class ReportRules {

    private ReportRules() {}

    static final Check<ReportChecklistDeviation> REPORTED_INCISION_IS_PLAUSIBLE = Check.hard(
            "SEQ-DEVIATION",
            "A reported incision is after the admission and before the report.",
            (state, command, given) -> {
                OffsetDateTime incision = command.incisionAt();
                if (incision == null) {
                    return Verdict.ALLOWED;
                }
                boolean beforeAdmission = state.admittedAt(command.caseId())
                        .filter(admission -> !incision.isBefore(admission))
                        .isEmpty();
                return Verdict.refusedIf(
                        beforeAdmission || incision.isAfter(command.occurredAt()),
                        "incisionAt",
                        beforeAdmission ? "The incision is before the admission" : "The incision lies after the report",
                        "Give the time of the incision");
            });
}
