package org.crossface.web.api;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.crossface.billing.account.ChargeState;
import org.crossface.billing.account.HoldReason;
import org.crossface.billing.charges.ChargeQueries;
import org.crossface.billing.charges.ChargeRow;
import org.crossface.identity.CurrentActor;
import org.crossface.identity.gate.Asked;
import org.crossface.identity.gate.NotVisible;
import org.crossface.identity.gate.ReadGate;
import org.crossface.identity.gate.Shown;
import org.crossface.web.api.paging.Page;
import org.crossface.web.api.paging.Page.Part;
import org.crossface.web.command.CommandRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Reads the charges of the reader's surgery centres, from billing's view. */
@RestController
class ChargeController {

    private static final String RESOURCE = "billing/charges";

    private final ChargeQueries charges;
    private final ReadGate gate;

    ChargeController(ChargeQueries charges, ReadGate gate) {
        this.charges = charges;
        this.gate = gate;
    }

    /** A charge. */
    @Schema(name = "Charge")
    record ChargeEntry(
            String chargeId,
            String pathwayId,
            String patientId,

            @Schema(description = "The operation") String caseId,

            @Schema(description = "Surgery centre") String siteId,

            @Schema(description = "PROFESSIONAL or FACILITY")
            String claim,

            @Schema(description = "1 or 2") int stage,

            @Schema(description = "The service that was rendered")
            String factType,

            @Nullable String laterality,
            @Nullable String graftLengthBand,
            LocalDate serviceDate,
            String performingProvider,
            String organisation,

            @Schema(description = "Suggested codes, such as CPT 64886")
            List<String> codes,

            @Schema(description = "Units") int quantity,
            ChargeState state,

            @Schema(description = "Why it is held; empty unless it is held")
            List<HoldReason> heldFor,

            Instant raisedAt,
            @Nullable Instant releasedAt,

            @Schema(description = "When it was published to Kafka") @Nullable
            Instant sentAt,

            @Nullable Instant reversedAt,

            @Schema(description = "Why it cannot be sent; absent unless its pathway is parked") @Nullable
            String parkedBecause) {

        static ChargeEntry of(ChargeRow row) {
            return new ChargeEntry(
                    row.chargeId(),
                    row.pathwayId(),
                    row.patientId(),
                    row.caseId(),
                    row.siteId(),
                    row.claim(),
                    row.stage(),
                    row.factType(),
                    row.laterality(),
                    row.graftLengthBand(),
                    row.serviceDate(),
                    row.performingProvider(),
                    row.organisation(),
                    row.codes(),
                    row.quantity(),
                    row.state(),
                    row.heldFor(),
                    row.raisedAt(),
                    row.releasedAt(),
                    row.sentAt(),
                    row.reversedAt(),
                    row.parkedBecause());
        }
    }

    /**
     * Lists charges in the order of raising.
     *
     * @param state only those in this state
     * @param pathwayId only those of this pathway
     */
    @GetMapping("/api/charges")
    ResponseEntity<List<ChargeEntry>> list(
            @AuthenticationPrincipal CurrentActor actor,
            @RequestParam(required = false) @Nullable ChargeState state,
            @RequestParam(required = false) @Nullable String pathwayId,
            @RequestParam(required = false) @Nullable String start,
            @RequestParam(required = false) @Nullable Integer limit,
            HttpServletRequest request) {
        Page page = Page.of(start, limit);
        return gate.show(actor, RESOURCE, CommandRequest.purpose(request, actor), () -> {
                    Part<ChargeRow> found = page.cut(
                            charges.page(state, pathwayId, actor.siteFilter(), page.start(), page.rows()),
                            ChargeRow::chargeId);
                    return new Shown<>(
                            found.map(ChargeEntry::of),
                            found.each(row -> Set.of(row.patientId())),
                            found.each(row -> Set.of(row.siteId())));
                })
                .answer(request);
    }

    @GetMapping("/api/charges/{chargeId}")
    ChargeEntry read(
            @AuthenticationPrincipal CurrentActor actor, @PathVariable String chargeId, HttpServletRequest request) {
        return gate.show(
                actor,
                RESOURCE,
                CommandRequest.purpose(request, actor),
                () -> charges.find(chargeId)
                        .map(row -> Asked.of(row.patientId(), row.siteId()))
                        .orElse(Asked.NOBODY),
                () -> charges.find(chargeId)
                        .map(row -> Shown.of(ChargeEntry.of(row), row.patientId(), row.siteId()))
                        .orElseThrow(() -> new NotVisible(RESOURCE)));
    }
}
