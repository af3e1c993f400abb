package org.crossface.billing.charges;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Collectors;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.ResetHandler;
import org.axonframework.eventhandling.Timestamp;
import org.axonframework.eventhandling.TrackingToken;
import org.crossface.billing.account.BillableService;
import org.crossface.billing.account.BillingEvent;
import org.crossface.billing.account.ChargeHeld;
import org.crossface.billing.account.ChargeRaised;
import org.crossface.billing.account.ChargeReleased;
import org.crossface.billing.account.ChargeReversed;
import org.crossface.billing.account.HoldReason;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Maintains {@code billing.charge}. Each row has the position of its last event, so a repeated event changes nothing. */
@ProcessingGroup(ChargeView.GROUP)
public final class ChargeView {

    /** Name of the event processor. */
    public static final String GROUP = "billing-view";

    /** Its rows. */
    static final String TABLE = "billing.charge";

    private final JdbcClient jdbc;
    private final String table;

    public ChargeView(JdbcClient jdbc) {
        this(jdbc, TABLE);
    }

    /** @param table with the same columns as {@value #TABLE} */
    ChargeView(JdbcClient jdbc, String table) {
        this.jdbc = jdbc;
        this.table = table;
    }

    /** Handles an event during a replay. */
    void take(BillingEvent event, Instant recorded, TrackingToken token) {
        switch (event) {
            case ChargeRaised raised -> on(raised, recorded, token);
            case ChargeHeld held -> on(held, token);
            case ChargeReleased released -> on(released, recorded, token);
            case ChargeReversed reversed -> on(reversed, recorded, token);
        }
    }

    @EventHandler
    void on(ChargeRaised event, @Timestamp Instant recorded, TrackingToken token) {
        BillableService service = event.service();
        jdbc.sql("INSERT INTO " + table + """
                         (charge_id, pathway_id, patient_id, case_id, site_id, claim, stage,
                          fact_type, laterality, graft_length_band, service_date, performing_provider, organisation,
                          codes, quantity, state, held_for, raised_at, position)
                        VALUES (:charge, :pathway, :patient, :case, :site, :claim, :stage, :fact, :laterality, :band,
                          :date, :provider, :organisation, :codes, :quantity, 'HELD', :held, :at, :position)
                        ON CONFLICT (charge_id) DO NOTHING""")
                .param("charge", event.chargeId())
                .param("pathway", event.pathwayId())
                .param("patient", event.patientId())
                .param("case", service.caseId())
                .param("site", event.siteId())
                .param("claim", service.claim().name())
                .param("stage", service.stage())
                .param("fact", service.factType())
                .param(
                        "laterality",
                        service.laterality() == null
                                ? null
                                : service.laterality().name())
                .param(
                        "band",
                        service.graftLengthBand() == null
                                ? null
                                : service.graftLengthBand().name())
                .param("date", service.serviceDate())
                .param("provider", service.performingProvider())
                .param("organisation", service.billingOrganisation())
                .param(
                        "codes",
                        service.suggestedCodes().stream()
                                .map(code -> code.system() + " " + code.code())
                                .collect(Collectors.joining(",")))
                .param("quantity", service.quantity())
                .param("held", words(event.heldFor()))
                .param("at", utc(recorded))
                .param("position", positionOf(token))
                .update();
    }

    @EventHandler
    void on(ChargeHeld event, TrackingToken token) {
        change(event, token, "state = 'HELD', held_for = :held", words(event.heldFor()), null);
    }

    @EventHandler
    void on(ChargeReleased event, @Timestamp Instant recorded, TrackingToken token) {
        change(
                event,
                token,
                "state = 'RELEASED', held_for = :held, released_at = :at, released_position = :position",
                "",
                recorded);
    }

    @EventHandler
    void on(ChargeReversed event, @Timestamp Instant recorded, TrackingToken token) {
        change(
                event,
                token,
                "state = 'REVERSED', held_for = :held, reversed_at = :at, reversal_reason = '"
                        + event.reason().name() + "'",
                "",
                recorded);
    }

    private void change(BillingEvent event, TrackingToken token, String columns, String held, @Nullable Instant at) {
        jdbc.sql("UPDATE " + table + " SET " + columns + ", position = :position"
                        + " WHERE charge_id = :charge AND position < :position")
                .param("held", held)
                .param("at", at == null ? null : utc(at))
                .param("position", positionOf(token))
                .param("charge", event.chargeId())
                .update();
    }

    @ResetHandler
    void reset() {
        jdbc.sql("DELETE FROM " + table).update();
    }

    private static String words(List<HoldReason> reasons) {
        return reasons.stream().map(HoldReason::name).collect(Collectors.joining(","));
    }

    private static OffsetDateTime utc(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }

    private static long positionOf(TrackingToken token) {
        return token.position().orElseThrow(() -> new IllegalStateException("The event store has no positions"));
    }
}
