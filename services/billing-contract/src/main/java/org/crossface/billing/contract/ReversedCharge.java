package org.crossface.billing.contract;

import java.time.LocalDate;

/**
 * Reverses a charge that was released before; a charge is never edited.
 *
 * @param chargeId identifies the reversal itself
 * @param pathwayRef opaque; also the key of the record and the subject of the event
 * @param patientAccount opaque account number, not the medical record number
 * @param serviceDate of the reversed charge
 * @param reversalOf the reversed charge
 * @param reason such as {@code CORRECTED}; a list that grows, so expect values that you do not know
 * @param policyVersion version of the policy that the reversal was decided under
 */
public record ReversedCharge(
        String chargeId,
        String caseId,
        String pathwayRef,
        String patientAccount,
        Claim claim,
        LocalDate serviceDate,
        String reversalOf,
        String reason,
        String policyVersion)
        implements ChargeMessage {}
