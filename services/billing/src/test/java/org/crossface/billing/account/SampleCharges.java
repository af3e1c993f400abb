package org.crossface.billing.account;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import org.crossface.billing.contract.Claim;
import org.crossface.billing.contract.GraftLengthBand;
import org.crossface.billing.contract.Laterality;
import org.jspecify.annotations.Nullable;

/** Charges of a stage one on 2025-01-14, and the commands and facts around them. */
public final class SampleCharges {

    public static final String PATHWAY = "pathway-1";
    public static final String ACCOUNT = BillingAccount.idFor(PATHWAY);
    public static final OffsetDateTime COMPLETED = OffsetDateTime.parse("2025-01-14T11:38:00-08:00");
    public static final OffsetDateTime SIGNED = OffsetDateTime.parse("2025-01-14T17:05:00-08:00");
    public static final String RECORD = "operation-record-1";

    private SampleCharges() {}

    /** The surgeon's charge for a graft of 14.5 cm. */
    public static BillableService graft() {
        return graft("surgeon-osei", GraftLengthBand.OVER_4_CM);
    }

    /** A surgeon's charge for a graft. */
    public static BillableService graft(String surgeon, GraftLengthBand band) {
        return new BillableService(
                "case-1",
                Claim.PROFESSIONAL,
                LocalDate.of(2025, 1, 14),
                1,
                "CROSS_FACE_NERVE_GRAFT",
                Laterality.RIGHT,
                1,
                OffsetDateTime.parse("2025-01-14T08:00:00-08:00"),
                COMPLETED,
                218,
                band,
                surgeon,
                "0000000011",
                "SURGEON",
                null,
                "org-practice",
                "0000000001",
                "0000000002",
                "24",
                null,
                null,
                List.of(new BillableService.Diagnosis("BELL_PALSY", Laterality.LEFT, false)),
                List.of(new BillableService.SuggestedCode("CPT", "64886", List.of("RT"))),
                "2024-1");
    }

    /** Raises a charge because of a fact. */
    public static RaiseCharge raise(String causeId, BillableService service, HoldReason... reasons) {
        return raise(PATHWAY, causeId, service, reasons);
    }

    /** Raises a charge of some pathway because of a fact. */
    public static RaiseCharge raise(String pathwayId, String causeId, BillableService service, HoldReason... reasons) {
        return new RaiseCharge(
                BillingAccount.idFor(pathwayId),
                COMPLETED,
                causeId,
                pathwayId,
                "patient-1",
                "site-bayview",
                "America/Los_Angeles",
                service,
                null,
                null,
                null,
                List.of(reasons),
                "default-1");
    }

    /** The fact that {@link #raise} leads to. */
    public static ChargeRaised raised(String causeId, BillableService service, HoldReason... reasons) {
        return new ChargeRaised(
                ACCOUNT,
                PATHWAY,
                idOf(service, 0),
                COMPLETED,
                causeId,
                "patient-1",
                "site-bayview",
                "America/Los_Angeles",
                service,
                null,
                null,
                null,
                List.of(reasons),
                "default-1");
    }

    /** The identifier of the charge, by how many like it were reversed before. */
    public static String idOf(BillableService service, int reversedBefore) {
        return ChargeIdentity.of(service).chargeId(reversedBefore);
    }

    /** Asks for release. */
    public static ReleaseCharge release(
            String causeId, String chargeId, @Nullable String record, @Nullable String authorization) {
        return new ReleaseCharge(ACCOUNT, SIGNED, causeId, chargeId, record, authorization, List.of());
    }

    /** The fact of a release. */
    public static ChargeReleased released(String causeId, String chargeId, @Nullable String authorization) {
        return new ChargeReleased(ACCOUNT, PATHWAY, chargeId, SIGNED, causeId, RECORD, authorization);
    }
}
