package org.crossface.pathway.surgery.record;

import org.crossface.pathway.surgery.Operation;
import org.crossface.pathway.surgery.events.ChargeReviewed;
import org.crossface.pathway.surgery.graft.CompleteStageOne;
import org.crossface.pathway.surgery.transfer.CompleteStageTwo;
import org.crossface.pathway.surgery.vocabulary.ChargeHold;
import org.crossface.pathway.usecase.Check;
import org.crossface.pathway.usecase.Condition;
import org.crossface.platform.api.decision.Verdict;

/** Rules of the signature under an operation record. */
final class OperationRecordRules {

    private OperationRecordRules() {}

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
            .fulfilledBy(CompleteStageOne.class, CompleteStageTwo.class, CompleteAsPerformed.class);

    static final Condition OPERATION_IS_NOT_THE_PLANNED_ONE = Condition.hard(
            "SEQ-AS-PERFORMED",
            "As it was performed, a return to theatre is completed, an operation with a never event, and one in which the patient died.",
            on -> Verdict.refusedIf(
                    !on.isReturn()
                            && !on.operation().hasNeverEvent()
                            && !on.state().oversight().died(),
                    "caseId",
                    "It is an operation of stage " + on.theStage() + " without a never event",
                    "Complete stage " + on.theStage()
                            + ", discontinue the procedure, or report the never event first"));

    static final Check<CompleteAsPerformed> TREATED_COMPLICATION_IS_KNOWN = Check.hard(
            "REF-COMPLICATION",
            "An operation treats a complication that is recorded.",
            (state, command, given) -> Verdict.refusedIf(
                    command.complicationId() != null
                            && !state.afterCare().complications().containsKey(command.complicationId()),
                    "complicationId",
                    "There is no such complication",
                    "Record the complication first, or choose one of this pathway's"));

    static final Condition CHARGES_CAN_BE_THERE = Condition.hard(
                    "SEQ-CHARGE-REVIEW",
                    "The charges of an operation are reviewed when it is completed or was stopped.",
                    on -> Verdict.refusedIf(
                            !on.operation().isCompleted() && !on.operation().isDiscontinued(),
                            "",
                            "The operation is neither completed nor discontinued",
                            "Wait until the surgeon has completed the operation record"))
            .fulfilledBy(CompleteStageOne.class, CompleteStageTwo.class, CompleteAsPerformed.class);

    static final Check<ReviewCharge> REVIEWED_ONCE = Check.hard(
            "SEQ-CHARGE-REVIEW",
            "What holds the charges of an operation is reviewed once.",
            (state, command, given) -> Verdict.refusedIf(
                    state.operations().of(command.caseId()).all(ChargeReviewed.class).stream()
                            .anyMatch(each -> each.hold() == command.hold()),
                    "hold",
                    "It was reviewed before",
                    "Retract the earlier review if it was wrong"));

    static final Check<ReviewCharge> DEVIATION_IS_THERE = Check.hard(
            "SEQ-CHARGE-REVIEW",
            "A deviation is reviewed where the operation was completed with one.",
            (state, command, given) -> Verdict.refusedIf(
                    command.hold() == ChargeHold.DEVIATION
                            && !state.operations().of(command.caseId()).isCompletedWithDeviation(),
                    "hold",
                    "The operation was completed as planned",
                    "Choose what holds the charges"));
}
