package org.crossface.billing.automation;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.crossface.billing.contract.ChargesChannel;
import org.crossface.pathway.PathwayEvent;
import org.crossface.pathway.PathwayState;
import org.crossface.pathway.Stage;
import org.crossface.pathway.scheduling.AuthorizationDenied;
import org.crossface.pathway.scheduling.AuthorizationObtained;
import org.crossface.pathway.scheduling.SurgicalCase;
import org.crossface.pathway.surgery.OperationRecordSigned;
import org.crossface.pathway.surgery.WrongSiteEventReported;

/**
 * A pathway as it stood at some fact, so that a repeat decides on the same.
 *
 * @param facts in the order of recording
 */
record KnownPathway(PathwayState state, List<PathwayEvent> facts) {

    KnownPathway {
        facts = List.copyOf(facts);
    }

    static KnownPathway of(List<PathwayEvent> facts) {
        return new KnownPathway(PathwayState.of(facts), facts);
    }

    Optional<String> accountableSurgeon(String caseId) {
        return state.schedule().caseById(caseId).map(SurgicalCase::accountableSurgeon);
    }

    Optional<OperationRecordSigned> signatureOf(String caseId) {
        return facts.stream()
                .filter(OperationRecordSigned.class::isInstance)
                .map(OperationRecordSigned.class::cast)
                .filter(signed -> signed.caseId().equals(caseId))
                .findFirst();
    }

    boolean neverEventIn(String caseId) {
        return facts.stream()
                .anyMatch(fact -> fact instanceof WrongSiteEventReported report
                        && report.caseId().equals(caseId));
    }

    /** The payer's last answer for the stage, if it was a refusal. */
    boolean authorizationDenied(Stage stage) {
        return facts.stream()
                .map(fact -> switch (fact) {
                    case AuthorizationObtained obtained when obtained.stage() == stage -> Boolean.FALSE;
                    case AuthorizationDenied denied when denied.stage() == stage -> Boolean.TRUE;
                    default -> null;
                })
                .filter(Objects::nonNull)
                .reduce((earlier, later) -> later)
                .orElse(Boolean.FALSE);
    }

    /** The payer's approval as people typed it. */
    Optional<AuthorizationObtained> authorization(Stage stage) {
        return Optional.ofNullable(state.schedule().readinessFor(stage).authorization());
    }

    /** The payer's reference, when a claim can carry it. */
    Optional<String> payer(Stage stage) {
        return authorization(stage).map(AuthorizationObtained::payerId).filter(ChargesChannel::isReference);
    }

    /** The number of the approval, when a claim can carry it. */
    Optional<String> authorizationNumber(Stage stage) {
        return authorization(stage).map(AuthorizationObtained::number).filter(ChargesChannel::isReference);
    }

    /** Whether people typed an approval that no claim can carry. */
    boolean authorizationUnusable(Stage stage) {
        return authorization(stage).isPresent()
                && (payer(stage).isEmpty() || authorizationNumber(stage).isEmpty());
    }
}
