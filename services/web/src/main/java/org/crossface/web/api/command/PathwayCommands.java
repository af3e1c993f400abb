package org.crossface.web.api.command;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import org.crossface.coordination.record.PathwayOwners;
import org.crossface.coordination.record.PathwayRecords;
import org.crossface.identity.CurrentActor;
import org.crossface.identity.gate.Asked;
import org.crossface.identity.gate.NotVisible;
import org.crossface.identity.gate.ReadGate;
import org.crossface.pathway.authority.CommandCatalogue;
import org.crossface.pathway.authority.CommandSpec;
import org.crossface.pathway.authority.PatientReach.Owner;
import org.crossface.pathway.intake.referral.RegisterReferral;
import org.crossface.platform.dispatch.Receipt;
import org.crossface.web.command.Centres;
import org.crossface.web.command.CommandEntry;
import org.crossface.web.command.CommandEntry.Sent;
import org.crossface.web.command.CommandRequest;
import org.crossface.web.command.JsonBody;
import org.crossface.web.problem.RequestFault;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** Opens pathways and sends them commands. */
@RestController
class PathwayCommands {

    private final CommandCatalogue catalogue;
    private final CommandEntry entry;
    private final PathwayOwners owners;
    private final Centres centres;
    private final ReadGate gate;
    private final NewIdentifiers newIdentifiers;

    PathwayCommands(
            CommandCatalogue catalogue,
            CommandEntry entry,
            PathwayRecords records,
            PathwayOwners owners,
            Centres centres,
            ReadGate gate) {
        this.gate = gate;
        this.catalogue = catalogue;
        this.entry = entry;
        this.owners = owners;
        this.centres = centres;
        this.newIdentifiers = new NewIdentifiers(records);
    }

    @PostMapping("/api/pathways")
    ResponseEntity<Map<String, Object>> open(@AuthenticationPrincipal CurrentActor actor, HttpServletRequest request) {
        JsonBody body = JsonBody.of(request);
        String site = body.object().path("siteId").asString("");
        centres.requireOwn(site, actor);
        Sent referral = entry.referral(body.object(), centres.zone(site));
        return answer(HttpStatus.CREATED, entry.give(referral, CommandRequest.ofApi(request, actor, body)));
    }

    @PostMapping("/api/pathways/{pathwayId}/{command}")
    ResponseEntity<Map<String, Object>> give(
            @AuthenticationPrincipal CurrentActor actor,
            @PathVariable String pathwayId,
            @PathVariable String command,
            HttpServletRequest request) {
        CommandSpec spec = catalogue
                .ofPathways(command)
                .filter(known -> known.type() != RegisterReferral.class)
                .orElseThrow(() -> RequestFault.notFound(
                        "There is no command " + command, "See GET /api/pathways/" + pathwayId + "/commands"));
        Owner owner = owners.owner(pathwayId).orElseThrow(() -> new NotVisible("pathway"));
        if (!actor.seesSite(owner.siteId())) {
            throw gate.hidden(
                    actor,
                    "clinical/pathway/" + spec.name(),
                    CommandRequest.ofUnread(request, actor).purpose(),
                    Asked.of(owner.patientId(), owner.siteId()));
        }
        JsonBody body = JsonBody.of(request);
        Sent step = Sent.to(pathwayId, spec, body.object(), centres.zone(owner.siteId()));
        return answer(HttpStatus.OK, entry.give(step, CommandRequest.ofApi(request, actor, body)));
    }

    private ResponseEntity<Map<String, Object>> answer(HttpStatus status, Receipt receipt) {
        return CommandAnswer.of(status, receipt, "/api/pathways/" + receipt.streamId(), newIdentifiers.of(receipt));
    }
}
