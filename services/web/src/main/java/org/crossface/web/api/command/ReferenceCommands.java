package org.crossface.web.api.command;

import jakarta.servlet.http.HttpServletRequest;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.regex.Pattern;
import org.crossface.identity.CurrentActor;
import org.crossface.pathway.authority.CommandCatalogue;
import org.crossface.pathway.authority.CommandSpec;
import org.crossface.platform.dispatch.Receipt;
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

/** Registers and changes surgery centres, practitioners, after-care facilities, devices and policies. */
@RestController
class ReferenceCommands {

    private static final Pattern IDENTIFIER = Pattern.compile("[a-z0-9][a-z0-9-]{1,63}");

    private final CommandCatalogue catalogue;
    private final CommandEntry entry;

    ReferenceCommands(CommandCatalogue catalogue, CommandEntry entry) {
        this.catalogue = catalogue;
        this.entry = entry;
    }

    @PostMapping("/api/reference/{kind}/{id}/{command}")
    ResponseEntity<Map<String, Object>> give(
            @AuthenticationPrincipal CurrentActor actor,
            @PathVariable String kind,
            @PathVariable String id,
            @PathVariable String command,
            HttpServletRequest request) {
        CommandSpec spec = catalogue.all().stream()
                .filter(known -> known.kebabName().equals(command)
                        && CommandAddress.isStandingData(known)
                        && CommandAddress.kindOf(known).equals(kind))
                .findFirst()
                .orElseThrow(() ->
                        RequestFault.notFound("There is no command " + command + " for " + kind, "See /api/openapi"));
        if (!IDENTIFIER.matcher(id).matches()) {
            throw RequestFault.badField(
                    "id", "The identifier is malformed", "Use 2 to 64 lower-case letters, digits and dashes");
        }
        JsonBody body = JsonBody.of(request);
        Sent change = Sent.to(id, spec, body.object(), ZoneOffset.UTC);
        Receipt receipt = entry.give(change, CommandRequest.ofApi(request, actor, body));
        boolean created = receipt.sequenceNumber() == 0;
        return CommandAnswer.of(
                created ? HttpStatus.CREATED : HttpStatus.OK,
                receipt,
                "/api/reference/" + kind + "/" + id,
                Map.of(spec.target(), id));
    }
}
