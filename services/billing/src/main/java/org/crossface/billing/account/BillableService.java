package org.crossface.billing.account;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import org.crossface.billing.contract.Claim;
import org.crossface.billing.contract.GraftLengthBand;
import org.crossface.billing.contract.Laterality;
import org.crossface.billing.contract.Relation;
import org.crossface.platform.api.Harmless;
import org.jspecify.annotations.Nullable;

/**
 * The service on a charge: procedure, provider and place.
 *
 * @param serviceDate local date of the facility
 * @param stage 1 for the nerve graft, 2 for the muscle transfer
 * @param factType such as {@code CROSS_FACE_NERVE_GRAFT}
 * @param laterality side of the face; {@code null} while it is not on record
 * @param quantity units, at least 1
 * @param minutes duration, from incision to closure
 * @param performingProvider identifier of the surgeon; of the facility on a facility charge
 * @param performingProviderNpi ten digits; {@code null} while it is not on file, as the other numbers
 * @param renderingRole such as {@code SURGEON}
 * @param billingOrganisation identifier of the practice or the surgery centre
 * @param placeOfService two digits
 * @param discontinuedPhase {@code BEFORE_ANESTHESIA} or {@code AFTER_ANESTHESIA} when the procedure was stopped
 * @param inGlobalOf the earlier operation in whose global surgical period this one falls; {@code null} if in none
 */
public record BillableService(
        @Harmless String caseId,
        Claim claim,
        LocalDate serviceDate,
        int stage,
        @Harmless("a code") String factType,
        @Nullable Laterality laterality,
        int quantity,
        @Nullable OffsetDateTime startedAt,
        @Nullable OffsetDateTime endedAt,
        @Nullable Integer minutes,
        @Nullable GraftLengthBand graftLengthBand,
        @Harmless("staff or facility identifier") String performingProvider,
        @Harmless("public provider number") @Nullable String performingProviderNpi,
        @Harmless("a code") String renderingRole,
        @Harmless("public provider number") @Nullable String assistantNpi,
        @Harmless String billingOrganisation,
        @Harmless("public provider number") @Nullable String billingOrgNpi,
        @Harmless("public provider number") @Nullable String serviceFacilityNpi,
        @Harmless("a code") String placeOfService,
        @Harmless("a code") @Nullable String discontinuedPhase,
        @Nullable EarlierOperation inGlobalOf,
        List<Diagnosis> diagnoses,
        List<SuggestedCode> suggestedCodes,
        @Harmless("a version") String codeTableVersion) {

    public BillableService {
        diagnoses = List.copyOf(diagnoses);
        suggestedCodes = List.copyOf(suggestedCodes);
    }

    /**
     * An earlier operation in whose global surgical period the service falls.
     *
     * @param globalUntil last day of that period
     */
    public record EarlierOperation(@Harmless String caseId, Relation relation, LocalDate globalUntil) {}

    /**
     * The reason for the service.
     *
     * @param cause such as {@code BELL_PALSY}
     * @param side the paralysed side
     */
    public record Diagnosis(@Harmless("a code") String cause, Laterality side, boolean lateEffect) {}

    /**
     * A code for a coder to confirm.
     *
     * @param system such as {@code CPT}
     */
    public record SuggestedCode(
            @Harmless("a code") String system,
            @Harmless("a code") String code,
            @Harmless("codes") List<String> modifiers) {

        public SuggestedCode {
            modifiers = List.copyOf(modifiers);
        }
    }
}
