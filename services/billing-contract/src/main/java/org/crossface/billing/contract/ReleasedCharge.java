package org.crossface.billing.contract;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A charge whose documentation is complete: the minimum that a billing system needs to code and price it. It holds no name, no narrative,
 * no score and no photo. A component that does not apply is {@code null} here and absent on the wire.
 *
 * @param pathwayRef opaque; also the key of the record and the subject of the event
 * @param patientAccount opaque account number, not the medical record number
 * @param payerRef opaque reference of the payer
 * @param memberToken token that stands for the member number at the payer
 * @param serviceDate local date of the facility
 * @param stage 1 for the nerve graft, 2 for the muscle transfer
 * @param factType such as {@code CROSS_FACE_NERVE_GRAFT}; a list that grows, so expect values that you do not know
 * @param laterality side of the face that the service was given on
 * @param quantity units, at least 1
 * @param minutes duration of the operation
 * @param performingProviderNpi the billed provider: the surgeon, or the facility on a facility charge
 * @param renderingRole such as {@code SURGEON}
 * @param placeOfService two digits; 24 is a surgery centre
 * @param discontinuedPhase {@code BEFORE_ANESTHESIA} or {@code AFTER_ANESTHESIA} when the procedure was stopped
 * @param documentationRef the signed document behind the charge
 * @param reversalOf the reversed charge that this one replaces
 * @param codeTableVersion version of the table that the candidates come from
 * @param policyVersion version of the policy that the fact was decided under
 */
public record ReleasedCharge(
        String chargeId,
        String caseId,
        String pathwayRef,
        String patientAccount,
        @Nullable String payerRef,
        @Nullable String memberToken,
        Claim claim,
        LocalDate serviceDate,
        int stage,
        String factType,
        Laterality laterality,
        int quantity,
        @Nullable OffsetDateTime startedAt,
        @Nullable OffsetDateTime endedAt,
        @Nullable Integer minutes,
        @Nullable GraftLengthBand graftLengthBand,
        String performingProviderNpi,
        String renderingRole,
        @Nullable String assistantNpi,
        String billingOrgNpi,
        String serviceFacilityNpi,
        String placeOfService,
        @Nullable String authorizationNumber,
        List<DiagnosisFact> diagnosisFacts,
        @Nullable String relatedCaseId,
        Relation relation,
        @Nullable GlobalPeriod inGlobalOf,
        @Nullable String discontinuedPhase,
        String documentationRef,
        @Nullable String reversalOf,
        List<CodeCandidate> codeCandidates,
        String codeTableVersion,
        String policyVersion)
        implements ChargeMessage {

    public ReleasedCharge {
        diagnosisFacts = List.copyOf(diagnosisFacts);
        codeCandidates = List.copyOf(codeCandidates);
    }
}
