package org.crossface.billing.charges;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.crossface.billing.account.ChargeState;
import org.crossface.billing.account.HoldReason;
import org.jspecify.annotations.Nullable;

/**
 * One charge on the billing page.
 *
 * @param claim {@code PROFESSIONAL} or {@code FACILITY}
 * @param codes such as {@code CPT 64886}
 * @param quantity units, at least 1
 * @param heldFor why it is held; empty unless it is held
 * @param releasedAt domain time; {@code null} until released
 * @param sentAt domain time at which it was published to Kafka; {@code null} until then
 * @param parkedBecause why it cannot be sent; {@code null} unless its pathway is parked and it waits there
 */
public record ChargeRow(
        String chargeId,
        String pathwayId,
        String patientId,
        String caseId,
        String siteId,
        String claim,
        int stage,
        String factType,
        @Nullable String laterality,
        @Nullable String graftLengthBand,
        LocalDate serviceDate,
        String performingProvider,
        String organisation,
        List<String> codes,
        int quantity,
        ChargeState state,
        List<HoldReason> heldFor,
        Instant raisedAt,
        @Nullable Instant releasedAt,
        @Nullable Instant sentAt,
        @Nullable Instant reversedAt,
        @Nullable String parkedBecause) {

    public ChargeRow {
        codes = List.copyOf(codes);
        heldFor = List.copyOf(heldFor);
    }
}
