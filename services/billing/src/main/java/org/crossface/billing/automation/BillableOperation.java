package org.crossface.billing.automation;

import java.time.Duration;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Optional;
import org.crossface.billing.coding.BillableFact;
import org.crossface.pathway.recovery.events.ReturnedToTheatre;
import org.crossface.pathway.scheduling.SurgicalCase;
import org.crossface.pathway.state.PathwayState;
import org.crossface.pathway.surgery.events.OperationCompletedAsPerformed;
import org.crossface.pathway.surgery.events.ProcedureDiscontinued;
import org.crossface.pathway.surgery.events.StageOneCompleted;
import org.crossface.pathway.surgery.events.StageTwoCompleted;
import org.crossface.pathway.surgery.vocabulary.DiscontinuedPhase;
import org.crossface.pathway.vocabulary.Stage;
import org.jspecify.annotations.Nullable;

/**
 * What billing needs of an operation that is charged: a completed stage, a procedure that was stopped, or a return to theatre.
 *
 * @param operatedOn local date of the facility
 * @param minutes from incision to closure, or to the stop; 0 without an incision
 * @param deviation whether it was completed with a deviation
 * @param graftedLengthCm cm; {@code null} for all but a completed stage one
 * @param stopped when it was stopped; {@code null} for one that was completed
 * @param follows the operation to which it is a return; {@code null} for one that was booked
 * @param planned whether it was planned; a return mostly is not
 */
record BillableOperation(
        BillableFact fact,
        Stage stage,
        String pathwayId,
        String factId,
        OffsetDateTime occurredAt,
        String caseId,
        LocalDate operatedOn,
        int minutes,
        boolean deviation,
        @Nullable Double graftedLengthCm,
        @Nullable DiscontinuedPhase stopped,
        @Nullable String follows,
        boolean planned) {

    static BillableOperation of(StageOneCompleted fact) {
        return new BillableOperation(
                BillableFact.of(Stage.ONE),
                Stage.ONE,
                fact.pathwayId(),
                fact.factId(),
                fact.occurredAt(),
                fact.caseId(),
                fact.operatedOn(),
                fact.durationMinutes(),
                false,
                fact.graftedLengthCm(),
                null,
                null,
                true);
    }

    static BillableOperation of(StageTwoCompleted fact) {
        return new BillableOperation(
                BillableFact.of(Stage.TWO),
                Stage.TWO,
                fact.pathwayId(),
                fact.factId(),
                fact.occurredAt(),
                fact.caseId(),
                fact.operatedOn(),
                fact.durationMinutes(),
                fact.deviation() != null,
                null,
                null,
                null,
                true);
    }

    /** A procedure that was stopped; empty when it was called off before the patient was prepared and in the procedure room (4.2). */
    static Optional<BillableOperation> of(ProcedureDiscontinued fact, PathwayState state) {
        if (fact.phase() == DiscontinuedPhase.BEFORE_ANESTHESIA && !fact.patientInRoom()) {
            return Optional.empty();
        }
        String follows = followedBy(fact.caseId(), state);
        int minutes = state.operations()
                .of(fact.caseId())
                .incisionAt()
                .map(incision ->
                        (int) Duration.between(incision, fact.occurredAt()).toMinutes())
                .orElse(0);
        return Optional.of(new BillableOperation(
                follows == null ? BillableFact.of(fact.stage()) : BillableFact.RETURN_TO_THEATRE,
                fact.stage(),
                fact.pathwayId(),
                fact.factId(),
                fact.occurredAt(),
                fact.caseId(),
                state.dayOf(fact.occurredAt()),
                minutes,
                false,
                null,
                fact.phase(),
                follows,
                isPlanned(fact.caseId(), follows, state)));
    }

    /** A return to theatre that was completed; empty for an operation with a never event or a death, which is not charged. */
    static Optional<BillableOperation> of(OperationCompletedAsPerformed fact, PathwayState state) {
        String follows = followedBy(fact.caseId(), state);
        return follows == null
                ? Optional.empty()
                : state.schedule()
                        .caseById(fact.caseId())
                        .map(operation -> new BillableOperation(
                                BillableFact.RETURN_TO_THEATRE,
                                operation.stage(),
                                fact.pathwayId(),
                                fact.factId(),
                                fact.occurredAt(),
                                fact.caseId(),
                                fact.operatedOn(),
                                fact.durationMinutes(),
                                false,
                                null,
                                null,
                                follows,
                                isPlanned(fact.caseId(), follows, state)));
    }

    private static @Nullable String followedBy(String caseId, PathwayState state) {
        return state.schedule()
                .caseById(caseId)
                .filter(SurgicalCase::isReturn)
                .map(each -> state.schedule().operationOf(caseId))
                .orElse(null);
    }

    private static boolean isPlanned(String caseId, @Nullable String follows, PathwayState state) {
        return follows == null
                || state.recoveries()
                        .of(caseId)
                        .last(ReturnedToTheatre.class)
                        .filter(ReturnedToTheatre::planned)
                        .isPresent();
    }

    boolean isReturn() {
        return follows != null;
    }
}
