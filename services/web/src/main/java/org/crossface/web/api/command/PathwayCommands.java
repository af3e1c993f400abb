package org.crossface.web.api.command;

import jakarta.servlet.http.HttpServletRequest;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.function.Supplier;
import org.crossface.coordination.record.PathwayOwners;
import org.crossface.coordination.record.PathwayRecords;
import org.crossface.identity.CurrentActor;
import org.crossface.identity.gate.NotVisible;
import org.crossface.pathway.CircumstancesResolver;
import org.crossface.pathway.authority.CommandCatalogue;
import org.crossface.pathway.authority.CommandSpec;
import org.crossface.pathway.authority.PatientReach.Owner;
import org.crossface.pathway.reference.ReferenceData;
import org.crossface.pathway.reference.ReferenceData.SurgicalSite;
import org.crossface.platform.api.FieldBounds;
import org.crossface.platform.dispatch.CommandDispatch;
import org.crossface.platform.dispatch.Envelope;
import org.crossface.platform.dispatch.Receipt;
import org.crossface.platform.numbers.RunningNumbers;
import org.crossface.web.api.problem.RequestFault;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/** Opening pathways and giving them commands. */
@RestController
class PathwayCommands {

    private static final String REGISTER = "register-referral";
    private static final String NUMBER_PREFIX = "P";

    private final CommandCatalogue catalogue;
    private final CommandReader reader;
    private final CommandDispatch dispatch;
    private final PathwayOwners owners;
    private final Centres centres;
    private final ReferenceData reference;
    private final RunningNumbers numbers;
    private final NewIdentifiers newIdentifiers;
    private final Supplier<String> ids;

    PathwayCommands(
            CommandCatalogue catalogue,
            CommandReader reader,
            CommandDispatch dispatch,
            PathwayRecords records,
            PathwayOwners owners,
            Centres centres,
            ReferenceData reference,
            RunningNumbers numbers,
            StreamIdentifiers ids) {
        this.catalogue = catalogue;
        this.reader = reader;
        this.dispatch = dispatch;
        this.owners = owners;
        this.centres = centres;
        this.reference = reference;
        this.numbers = numbers;
        this.newIdentifiers = new NewIdentifiers(records);
        this.ids = ids;
    }

    @PostMapping("/api/pathways")
    ResponseEntity<Map<String, Object>> open(@AuthenticationPrincipal CurrentActor actor, HttpServletRequest request) {
        CommandSpec spec = catalogue.ofPathways(REGISTER).orElseThrow();
        JsonBody body = JsonBody.of(request);
        String site = body.object().path("siteId").asString("");
        centres.requireOwn(site, actor);
        Object command = reader.read(
                spec,
                ids.get(),
                Map.of("number", numbers.next(NUMBER_PREFIX)),
                body.object(),
                reference.site(site).map(SurgicalSite::zone).orElse(ZoneOffset.UTC));
        return answer(HttpStatus.CREATED, dispatch.send(command, CommandRequest.envelope(request, actor, body)));
    }

    @PostMapping("/api/pathways/{pathwayId}/{command}")
    ResponseEntity<Map<String, Object>> give(
            @AuthenticationPrincipal CurrentActor actor,
            @PathVariable String pathwayId,
            @PathVariable String command,
            HttpServletRequest request) {
        CommandSpec spec = catalogue
                .ofPathways(command)
                .filter(known -> !known.kebabName().equals(REGISTER))
                .orElseThrow(() -> RequestFault.notFound(
                        "There is no command " + command, "See GET /api/pathways/" + pathwayId + "/commands"));
        Owner owner = owners.owner(pathwayId)
                .filter(known -> actor.seesSite(known.siteId()))
                .orElseThrow(() -> new NotVisible("pathway"));
        JsonBody body = JsonBody.of(request);
        ZoneId zone = reference.site(owner.siteId()).map(SurgicalSite::zone).orElse(ZoneOffset.UTC);
        Envelope envelope = CommandRequest.envelope(request, actor, body);
        JsonNode lateReason = body.object().remove(CircumstancesResolver.LATE_REASON);
        Object step = reader.read(spec, pathwayId, Map.of(), body.object(), zone);
        return answer(HttpStatus.OK, dispatch.send(step, noting(envelope, lateReason)));
    }

    /** The reason of a late entry travels beside the command (INV-61). */
    private static Envelope noting(Envelope envelope, @Nullable JsonNode lateReason) {
        if (lateReason == null || lateReason.isNull()) {
            return envelope;
        }
        if (!lateReason.isString() || lateReason.stringValue().length() > FieldBounds.LINES) {
            throw RequestFault.badField(
                    CircumstancesResolver.LATE_REASON,
                    "The reason of the late entry is not a text",
                    "Give a text of at most " + FieldBounds.LINES + " characters");
        }
        return envelope.noting(CircumstancesResolver.LATE_REASON, lateReason.stringValue());
    }

    private ResponseEntity<Map<String, Object>> answer(HttpStatus status, Receipt receipt) {
        return CommandAnswer.of(status, receipt, "/api/pathways/" + receipt.streamId(), newIdentifiers.of(receipt));
    }
}
