package org.crossface.billing.automation;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.crossface.billing.account.BillableService;
import org.crossface.billing.account.HoldReason;
import org.crossface.billing.coding.BillableFact;
import org.crossface.billing.contract.ChargesChannel;
import org.crossface.pathway.scheduling.Readiness;
import org.crossface.pathway.scheduling.SurgicalCase;
import org.crossface.pathway.state.PathwayState;
import org.crossface.pathway.surgery.Operation;
import org.crossface.pathway.surgery.events.ChargeReviewed;
import org.crossface.pathway.surgery.events.OperationCompletedAsPerformed;
import org.crossface.pathway.surgery.events.ProcedureDiscontinued;
import org.crossface.pathway.surgery.events.StageOneCompleted;
import org.crossface.pathway.surgery.events.StageTwoCompleted;
import org.crossface.pathway.surgery.vocabulary.ChargeHold;
import org.crossface.pathway.vocabulary.PathwayEvent;
import org.crossface.pathway.vocabulary.Stage;

/**
 * What billing asks of a pathway as it stood at some fact, so that a repeated decision is the same. Facts that were corrected or
 * retracted until then count as they are held to be true.
 */
record KnownPathway(PathwayState state) {

    static KnownPathway of(Iterable<? extends PathwayEvent> facts) {
        return new KnownPathway(PathwayState.of(facts));
    }

    Optional<String> accountableSurgeon(String caseId) {
        return state.schedule().caseById(caseId).map(SurgicalCase::accountableSurgeon);
    }

    Optional<Operation.Signature> signatureOf(String caseId) {
        return state.operations().of(caseId).signature();
    }

    boolean neverEventIn(String caseId) {
        return state.operations().of(caseId).hasNeverEvent();
    }

    private Readiness readinessOf(String caseId, Stage stage) {
        return state.schedule().readinessOf(caseId, stage);
    }

    /** The payer's last answer for the operation, if it was a refusal. */
    boolean authorizationDenied(String caseId, Stage stage) {
        return readinessOf(caseId, stage).authorizationDenied();
    }

    /** The payer's approval as entered. */
    private Optional<Readiness.Authorization> authorization(String caseId, Stage stage) {
        return readinessOf(caseId, stage).approval();
    }

    /** The payer's reference, when a claim can carry it. */
    Optional<String> payer(String caseId, Stage stage) {
        return authorization(caseId, stage)
                .map(Readiness.Authorization::payerId)
                .filter(ChargesChannel::isReference);
    }

    /** Whether an approval covers the service on its day. */
    boolean isAuthorized(String caseId, Stage stage, BillableService service) {
        return covering(caseId, stage, service).isPresent();
    }

    /** The number of the approval that covers the service, when a claim can carry it. */
    Optional<String> authorizationNumber(String caseId, Stage stage, BillableService service) {
        return covering(caseId, stage, service)
                .map(Readiness.Authorization::number)
                .filter(ChargesChannel::isReference);
    }

    /** Whether people typed an approval that no claim can carry. */
    boolean authorizationUnusable(String caseId, Stage stage) {
        boolean unusableNumber = authorization(caseId, stage)
                .map(Readiness.Authorization::number)
                .filter(number -> !ChargesChannel.isReference(number))
                .isPresent();
        return unusableNumber
                || (authorization(caseId, stage).isPresent()
                        && payer(caseId, stage).isEmpty());
    }

    /** A return to theatre has no approval of its own: nobody asks the payer before an emergency. */
    private Optional<Readiness.Authorization> covering(String caseId, Stage stage, BillableService service) {
        return authorization(caseId, stage)
                .filter(approval -> !service.factType().equals(BillableFact.RETURN_TO_THEATRE.name()))
                .filter(approval -> approval.covers(
                        service.serviceDate(),
                        state.intake().siteId(),
                        service.suggestedCodes().stream()
                                .map(BillableService.SuggestedCode::code)
                                .toList()));
    }

    /** What billing has reviewed of the charges of an operation, and lets go. */
    List<HoldReason> reviewed(String caseId) {
        return state.operations().of(caseId).all(ChargeReviewed.class).stream()
                .map(ChargeReviewed::hold)
                .map(KnownPathway::reasonOf)
                .distinct()
                .toList();
    }

    static HoldReason reasonOf(ChargeHold hold) {
        return switch (hold) {
            case CODER_REVIEW -> HoldReason.CODER_REVIEW;
            case DEVIATION -> HoldReason.DEVIATION;
        };
    }

    /** What was operated on here and is charged, as the facts are held to be true. */
    List<BillableOperation> billableOperations() {
        return state.operations().byCase().values().stream()
                .flatMap(operation -> Stream.of(
                                operation.last(StageOneCompleted.class).map(BillableOperation::of),
                                operation.last(StageTwoCompleted.class).map(BillableOperation::of),
                                operation
                                        .last(ProcedureDiscontinued.class)
                                        .flatMap(fact -> BillableOperation.of(fact, state)),
                                operation
                                        .last(OperationCompletedAsPerformed.class)
                                        .flatMap(fact -> BillableOperation.of(fact, state)))
                        .flatMap(Optional::stream))
                .toList();
    }
}
