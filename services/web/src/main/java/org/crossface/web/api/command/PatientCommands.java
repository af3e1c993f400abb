package org.crossface.web.api.command;

import jakarta.servlet.http.HttpServletRequest;
import java.time.ZoneOffset;
import java.util.Map;
import org.crossface.identity.CurrentActor;
import org.crossface.pathway.authority.CommandCatalogue;
import org.crossface.pathway.authority.CommandSpec;
import org.crossface.pathway.patient.registration.RegisterPatient;
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
import tools.jackson.databind.node.ObjectNode;

/** Registers people and sends them commands. */
@RestController
class PatientCommands {

    private static final String AREA = "patient";
    private static final String SITE = "siteId";

    private final CommandCatalogue catalogue;
    private final CommandEntry entry;
    private final Centres centres;

    PatientCommands(CommandCatalogue catalogue, CommandEntry entry, Centres centres) {
        this.catalogue = catalogue;
        this.entry = entry;
        this.centres = centres;
    }

    @PostMapping("/api/patients")
    ResponseEntity<Map<String, Object>> register(
            @AuthenticationPrincipal CurrentActor actor, HttpServletRequest request) {
        JsonBody body = JsonBody.of(request);
        ObjectNode fields = body.object();
        if (!fields.hasNonNull(SITE)) {
            centres.named("", actor).ifPresent(only -> fields.put(SITE, only.siteId()));
        }
        centres.requireOwn(fields.path(SITE).asString(""), actor);
        Sent person = entry.person(fields, ZoneOffset.UTC);
        return answer(HttpStatus.CREATED, entry.give(person, CommandRequest.ofApi(request, actor, body)));
    }

    @PostMapping("/api/patients/{patientId}/{command}")
    ResponseEntity<Map<String, Object>> give(
            @AuthenticationPrincipal CurrentActor actor,
            @PathVariable String patientId,
            @PathVariable String command,
            HttpServletRequest request) {
        CommandSpec spec = catalogue
                .find(AREA, command)
                .orElseThrow(() -> RequestFault.notFound("There is no command " + command, "See /api/openapi"));
        if (spec.type() == RegisterPatient.class) {
            throw RequestFault.notFound("A person is registered with POST /api/patients", "Use that address");
        }
        JsonBody body = JsonBody.of(request);
        Sent step = Sent.to(patientId, spec, body.object(), ZoneOffset.UTC);
        return answer(HttpStatus.OK, entry.give(step, CommandRequest.ofApi(request, actor, body)));
    }

    private static ResponseEntity<Map<String, Object>> answer(HttpStatus status, Receipt receipt) {
        return CommandAnswer.of(
                status, receipt, "/api/patients/" + receipt.streamId(), Map.of("patientId", receipt.streamId()));
    }
}
