package org.crossface.pathway.scheduling.confirmation;

import org.crossface.pathway.record.Cancellations;
import org.crossface.pathway.scheduling.booking.ScheduleSurgery;
import org.crossface.pathway.scheduling.readiness.NameEscort;
import org.crossface.pathway.usecase.Condition;
import org.crossface.platform.api.decision.Verdict;

/** Rules of the question whether patient and escort come. */
final class ConfirmationRules {

    private ConfirmationRules() {}

    static final Condition OPERATION_IS_BOOKED = Condition.hard(
                    "SEQ-BOOKED",
                    "Patient and escort are asked whether they come to an operation that is booked.",
                    on -> Verdict.refusedIf(
                            Cancellations.openCase(on.state(), on.theStage()).isEmpty(),
                            "stage",
                            "No operation of stage " + on.theStage() + " is booked",
                            "Schedule the operation first"))
            .fulfilledBy(ScheduleSurgery.class);

    static final Condition ESCORT_CAN_RECONFIRM = Condition.hard(
                    "SEQ-RECONFIRM",
                    "Only a named escort can reconfirm.",
                    on -> Verdict.refusedIf(
                            on.state().schedule().readinessFor(on.theStage()).escort() == null,
                            "stage",
                            "No escort is named for stage " + on.theStage(),
                            "Name the escort"))
            .fulfilledBy(NameEscort.class);
}
