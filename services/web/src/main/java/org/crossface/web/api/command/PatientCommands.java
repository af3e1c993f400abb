package org.crossface.web.api.command;

import jakarta.servlet.http.HttpServletRequest;
import java.time.ZoneOffset;
import java.util.Map;
import org.crossface.identity.CurrentActor;
import org.crossface.pathway.authority.CommandCatalogue;
import org.crossface.pathway.authority.CommandSpec;
import org.crossface.platform.dispatch.CommandDispatch;
import org.crossface.platform.dispatch.Receipt;
import org.crossface.web.api.problem.RequestFault;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** Registering people and giving them commands. */
@RestController
class PatientCommands {

    private static final String AREA = "patient";
    private static final String REGISTER = "register-patient";
    private static final String SITE = "siteId";

    private final CommandCatalogue catalogue;
    private final CommandReader reader;
    private final CommandDispatch dispatch;
    private final StreamIdentifiers ids;
    private final Centres centres;

    PatientCommands(
            CommandCatalogue catalogue,
            CommandReader reader,
            CommandDispatch dispatch,
            StreamIdentifiers ids,
            Centres centres) {
        this.centres = centres;
        this.catalogue = catalogue;
        this.reader = reader;
        this.dispatch = dispatch;
        this.ids = ids;
    }

    @PostMapping("/api/patients")
    ResponseEntity<Map<String, Object>> register(
            @AuthenticationPrincipal CurrentActor actor, HttpServletRequest request) {
        return send(HttpStatus.CREATED, REGISTER, ids.get(), actor, request);
    }

    @PostMapping("/api/patients/{patientId}/{command}")
    ResponseEntity<Map<String, Object>> give(
            @AuthenticationPrincipal CurrentActor actor,
            @PathVariable String patientId,
            @PathVariable String command,
            HttpServletRequest request) {
        if (command.equals(REGISTER)) {
            throw RequestFault.notFound("A person is registered with POST /api/patients", "Use that address");
        }
        return send(HttpStatus.OK, command, patientId, actor, request);
    }

    private ResponseEntity<Map<String, Object>> send(
            HttpStatus status, String name, String patientId, CurrentActor actor, HttpServletRequest request) {
        CommandSpec spec = catalogue
                .find(AREA, name)
                .orElseThrow(() -> RequestFault.notFound("There is no command " + name, "See /api/openapi"));
        JsonBody body = JsonBody.of(request);
        if (name.equals(REGISTER) && !body.object().hasNonNull(SITE)) {
            centres.named("", actor).ifPresent(only -> body.object().put(SITE, only.siteId()));
        }
        if (name.equals(REGISTER)) {
            centres.requireOwn(body.object().path(SITE).asString(""), actor);
        }
        Object command = reader.read(spec, patientId, Map.of(), body.object(), ZoneOffset.UTC);
        Receipt receipt = dispatch.send(command, CommandRequest.envelope(request, actor, body));
        return CommandAnswer.of(
                status, receipt, "/api/patients/" + receipt.streamId(), Map.of("patientId", receipt.streamId()));
    }
}
