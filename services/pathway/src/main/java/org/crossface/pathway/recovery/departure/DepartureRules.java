package org.crossface.pathway.recovery.departure;

import org.crossface.pathway.recovery.events.AftercareAdmitted;
import org.crossface.pathway.usecase.Condition;
import org.crossface.platform.api.decision.Verdict;

/** Rules of the stay in an after-care facility. */
final class DepartureRules {

    private DepartureRules() {}

    static final Condition PATIENT_IS_IN_AFTER_CARE = Condition.hard(
                    "SEQ-AFTERCARE",
                    "A patient leaves the after-care facility after the admission to it, once.",
                    on -> on.recovery()
                            .inAftercare()
                            .map(admitted -> Verdict.refusedIf(
                                    on.at().isBefore(admitted.occurredAt()),
                                    "occurredAt",
                                    "The patient was admitted at " + on.timeOf(admitted.occurredAt()),
                                    "Enter a later time"))
                            .orElseGet(() -> Verdict.refused(
                                    "",
                                    on.recovery().has(AftercareAdmitted.class)
                                            ? "The patient has left the facility already"
                                            : "The patient was not admitted to an after-care facility",
                                    "Record the admission to after-care first")))
            .fulfilledBy(AdmitToAftercare.class);
}
