package org.crossface.web.api;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.crossface.audit.refusals.JdbcRefusals;
import org.crossface.audit.refusals.KeptRefusal;
import org.crossface.audit.refusals.RefusalFilter;
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

/** Reads refused commands, for auditors; also those that would have opened a pathway which therefore does not exist. */
@RestController
class RefusalController {

    private static final String RESOURCE = "audit/refusals";

    private final JdbcRefusals refusals;
    private final ReadGate gate;

    RefusalController(JdbcRefusals refusals, ReadGate gate) {
        this.refusals = refusals;
        this.gate = gate;
    }

    /** A refused command. */
    @Schema(name = "Refusal")
    record RefusalEntry(
            String refusalId,

            @Schema(description = "Domain time of the decision")
            Instant at,

            @Schema(description = "Absent when the command was about no known patient") @Nullable
            String patientId,

            @Schema(description = "Pathway, patient or other stream that the command was for; it need not exist")
            String streamId,

            String command,

            @Schema(description = "The command as it was sent, as a text of JSON; absent after the patient's erasure")
            @Nullable
            String sent,

            @Schema(description = "The first rule that refused")
            String rule,

            @Schema(description = "The component of the command that was at fault; absent when it was the state")
            @Nullable
            String field,

            @Schema(description = "What the actor was told, every rule included; absent after the patient's erasure")
            @Nullable
            String sentence,

            String policyVersion,
            String actor,
            String role,

            @Schema(description = "Purpose of use; absent for refusals of earlier releases") @Nullable
            String purpose,

            @Schema(description = "Surgery centres whose auditors see it")
            Set<String> sites,

            @Nullable String requestId) {

        static RefusalEntry of(KeptRefusal kept) {
            return new RefusalEntry(
                    kept.id(),
                    kept.at(),
                    kept.patientId(),
                    kept.streamId(),
                    kept.command(),
                    kept.commandJson(),
                    kept.rule(),
                    kept.field(),
                    kept.sentence(),
                    kept.policyVersion(),
                    kept.actor(),
                    kept.role(),
                    kept.purpose(),
                    new TreeSet<>(kept.siteIds()),
                    kept.request());
        }
    }

    /**
     * Lists refused commands in the order of recording.
     *
     * @param streamId only commands to this pathway, patient or other stream
     * @param patientId only those about this patient
     * @param rule only those by this rule, such as INV-21
     * @param actor only commands of this actor
     * @param unopened only those that would have opened a pathway or registered somebody
     */
    @GetMapping("/api/refusals")
    ResponseEntity<List<RefusalEntry>> list(
            @AuthenticationPrincipal CurrentActor reader,
            @RequestParam(required = false) @Nullable String streamId,
            @RequestParam(required = false) @Nullable String patientId,
            @RequestParam(required = false) @Nullable String rule,
            @RequestParam(required = false) @Nullable String actor,
            @RequestParam(required = false) @Nullable Boolean unopened,
            @RequestParam(required = false) @Nullable String start,
            @RequestParam(required = false) @Nullable Integer limit,
            HttpServletRequest request) {
        Page page = Page.of(start, limit);
        RefusalFilter filter = new RefusalFilter(streamId, patientId, rule, actor, Boolean.TRUE.equals(unopened));
        return gate.show(reader, RESOURCE, CommandRequest.purpose(request, reader), () -> {
                    Part<KeptRefusal> found = page.cut(
                            refusals.page(filter, reader.siteFilter(), page.start(), page.rows()), KeptRefusal::id);
                    return new Shown<>(
                            found.map(RefusalEntry::of),
                            found.each(RefusalController::patients),
                            found.each(kept -> sites(kept, reader)));
                })
                .answer(request);
    }

    @GetMapping("/api/refusals/{refusalId}")
    RefusalEntry read(
            @AuthenticationPrincipal CurrentActor reader, @PathVariable String refusalId, HttpServletRequest request) {
        return gate.show(
                reader,
                RESOURCE,
                CommandRequest.purpose(request, reader),
                () -> refusals.find(refusalId)
                        .map(kept -> new Asked(patients(kept), kept.siteIds()))
                        .orElse(Asked.NOBODY),
                () -> refusals.find(refusalId)
                        .map(kept -> new Shown<>(RefusalEntry.of(kept), patients(kept), sites(kept, reader)))
                        .orElseThrow(() -> new NotVisible(RESOURCE)));
    }

    private static Set<String> patients(KeptRefusal kept) {
        return kept.patientId() == null ? Set.of() : Set.of(kept.patientId());
    }

    /** One of the sites of a refusal is enough. */
    private static Set<String> sites(KeptRefusal kept, CurrentActor reader) {
        Set<String> own = kept.siteIds().stream().filter(reader::seesSite).collect(Collectors.toSet());
        return own.isEmpty() ? kept.siteIds() : own;
    }
}
