package org.crossface.pathway.surgery.record;

import org.crossface.pathway.surgery.Operation;
import org.crossface.pathway.surgery.graft.CompleteStageOne;
import org.crossface.pathway.surgery.transfer.CompleteStageTwo;
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
            .fulfilledBy(CompleteStageOne.class, CompleteStageTwo.class);
}
