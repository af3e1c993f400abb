package org.crossface.billing.account;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The evidence in a request for release, and the reasons that it removes. */
record Evidence(@Nullable String documentationRef, @Nullable String authorizationNumber, List<HoldReason> settled) {

    static Evidence of(ReleaseCharge command) {
        return new Evidence(command.documentationRef(), command.authorizationNumber(), command.settled());
    }

    /** Combined with the charge's earlier evidence. */
    Evidence and(Charge charge) {
        return new Evidence(
                documentationRef == null ? charge.documentationRef() : documentationRef,
                authorizationNumber == null ? charge.authorizationNumber() : authorizationNumber,
                settled);
    }

    /** The reasons that still hold the charge. */
    List<HoldReason> remainingOf(Charge charge) {
        return charge.heldFor().stream().filter(reason -> !settles(reason)).toList();
    }

    private boolean settles(HoldReason reason) {
        return switch (reason) {
            case OPERATION_RECORD_UNSIGNED -> documentationRef != null;
            case AUTHORISATION_MISSING -> authorizationNumber != null;
            case CODER_REVIEW, DEVIATION -> settled.contains(reason);
            case PROVIDER_NUMBER_MISSING, LATERALITY_MISSING, NEVER_EVENT, LEGAL_HOLD -> false;
        };
    }
}
