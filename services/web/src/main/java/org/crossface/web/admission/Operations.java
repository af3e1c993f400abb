package org.crossface.web.admission;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.crossface.pathway.authority.CommandCatalogue;
import org.crossface.pathway.authority.CommandSpec;
import org.crossface.platform.api.Role;
import org.crossface.web.api.command.CommandAddress;
import org.crossface.web.documents.DocumentLimits;
import org.springframework.http.HttpMethod;
import org.springframework.http.server.PathContainer;
import org.springframework.web.util.pattern.PathPatternParser;

/**
 * The table of the operations that take a body: the allowed users, the kind of body and its size limit. A test checks that it is complete. A request
 * to any other address or method is handled without its body.
 */
public final class Operations {

    /** Limit in bytes for the form of a command or a referral. */
    static final int FORM = 65_536;

    /** Limit in bytes for all files of one request. */
    static final int FILES = 25_000_000;

    private static final int SMALL = DocumentLimits.SMALL.bytes();
    private static final int COMMAND = DocumentLimits.COMMAND.bytes();
    private static final int BUNDLE = DocumentLimits.FHIR.bytes();

    private static final Access ANYONE = new Access.Anyone();
    private static final Access SIGNED_IN = new Access.SignedIn();
    private static final Access ADMINISTRATOR = new Access.OneOf(Set.of(Role.ADMINISTRATOR));

    private final CommandCatalogue catalogue;
    private final List<Operation> rows = new ArrayList<>();
    private final PathPatternParser paths = PathPatternParser.defaultInstance;

    /** The table, with the commands of the catalogue. */
    public Operations(CommandCatalogue catalogue) {
        this.catalogue = catalogue;
        api();
        pages();
    }

    private void api() {
        row("POST", "/api/tokens", ANYONE, Body.JSON, SMALL);
        row("POST", "/api/password", ANYONE, Body.JSON, SMALL);
        row("DELETE", "/api/tokens/current", SIGNED_IN, Body.NONE, 0);
        row("PUT", "/api/clock", ADMINISTRATOR, Body.JSON, SMALL);
        row("POST", "/api/pathways", opening("register-referral"), Body.JSON, COMMAND);
        row("POST", "/api/patients", opening("register-patient"), Body.JSON, COMMAND);
        row("POST", "/api/pathways/{pathwayId}/{command}", given("/api/pathways/", "pathwayId"), Body.JSON, COMMAND);
        row("POST", "/api/patients/{patientId}/{command}", given("/api/patients/", "patientId"), Body.JSON, COMMAND);
        row("POST", "/api/reference/{kind}/{id}/{command}", given("/api/reference/", "id"), Body.JSON, COMMAND);
        row("POST", "/api/referrals", opening("register-patient", "register-referral"), Body.FHIR, BUNDLE);
        row("POST", "/api/operations/dead-letters/retry", ADMINISTRATOR, Body.JSON, SMALL);
        row("POST", "/api/operations/dead-letters/{id}/retry", ADMINISTRATOR, Body.JSON, SMALL);
        row("POST", "/api/operations/dead-letters/{id}/park", ADMINISTRATOR, Body.JSON, SMALL);
        row("POST", "/api/operations/outbox/{id}/again", ADMINISTRATOR, Body.JSON, SMALL);
        row("POST", "/api/operations/views/builds", ADMINISTRATOR, Body.JSON, SMALL);
        row("POST", "/api/operations/views/builds/{number}/cancel", ADMINISTRATOR, Body.JSON, SMALL);
    }

    private void pages() {
        row("POST", "/sign-in", ANYONE, Body.FORM, SMALL);
        row("POST", "/sign-out", ANYONE, Body.FORM, SMALL);
        row("POST", "/change-password", SIGNED_IN, Body.FORM, SMALL);
        row("POST", "/pathways/{pathwayId}/do/{command}", given("/api/pathways/", "pathwayId"), Body.FORM, FORM);
        row("POST", "/referrals/new", opening("register-patient", "register-referral"), Body.FORM, FORM);
        row("POST", "/referrals/bundles", opening("register-patient", "register-referral"), Body.FILES, FILES);
        row("POST", "/policy", opening("propose-policy"), Body.FORM, FORM);
        row("POST", "/policy/{version}/approve", opening("approve-policy"), Body.FORM, SMALL);
        row("POST", "/calendars", opening("set-site-calendar"), Body.FORM, FORM);
        row(
                "POST",
                "/aftercare/{pathwayId}/no-answer",
                giving("record-contact-attempt", "pathwayId"),
                Body.FORM,
                SMALL);
        row("POST", "/account", SIGNED_IN, Body.FORM, SMALL);
        row("POST", "/operations/outbox/{id}/again", ADMINISTRATOR, Body.FORM, SMALL);
        row("POST", "/operations/views/build", ADMINISTRATOR, Body.FORM, SMALL);
        row("POST", "/operations/views/builds/{number}/cancel", ADMINISTRATOR, Body.FORM, SMALL);
        row("POST", "/operations/dead-letters/retry", ADMINISTRATOR, Body.FORM, SMALL);
        row("POST", "/operations/dead-letters/{id}/retry", ADMINISTRATOR, Body.FORM, SMALL);
        row("POST", "/operations/dead-letters/{id}/park", ADMINISTRATOR, Body.FORM, SMALL);
    }

    private void row(String method, String path, Access access, Body body, int mostBytes) {
        rows.add(new Operation(HttpMethod.valueOf(method), paths.parse(path), access, body, mostBytes));
    }

    private Access opening(String... commands) {
        Set<CommandSpec> specs = named(commands);
        return new Access.Gives(variables -> specs, Optional.empty());
    }

    /** One command, to the stream that the address names. */
    private Access giving(String command, String stream) {
        Set<CommandSpec> specs = named(command);
        return new Access.Gives(variables -> specs, Optional.of(stream));
    }

    private Set<CommandSpec> named(String... commands) {
        return catalogue.all().stream()
                .filter(spec -> Set.of(commands).contains(spec.kebabName()))
                .collect(Collectors.toUnmodifiableSet());
    }

    /** The commands that the API takes below this address; forms give the same commands. */
    private Access given(String prefix, String stream) {
        Map<String, CommandSpec> byAddress = catalogue.all().stream()
                .filter(spec -> CommandAddress.of(spec)
                        .filter(address -> address.path().startsWith(prefix) && !address.opens())
                        .isPresent())
                .collect(Collectors.toUnmodifiableMap(
                        spec -> ending(CommandAddress.of(spec).orElseThrow().path(), prefix), Function.identity()));
        return new Access.Gives(
                variables -> {
                    String kind = variables.containsKey("kind") ? variables.get("kind") + "/" : "";
                    CommandSpec spec = byAddress.get(kind + variables.get("command"));
                    return spec == null ? Set.of() : Set.of(spec);
                },
                Optional.of(stream));
    }

    /** {@code sites/change-site} for {@code /api/reference/sites/{siteId}/change-site}; only the name for a pathway's command. */
    private static String ending(String path, String prefix) {
        return path.substring(prefix.length()).replaceFirst("\\{[^}]*}/", "");
    }

    /** A row and the values of its path variables. */
    record Match(Operation operation, Map<String, String> variables) {}

    /** The row of this method and path; empty when there is none, in which case no body is read. */
    Optional<Match> find(HttpMethod method, PathContainer path) {
        return rows.stream()
                .filter(row -> row.method().equals(method))
                .flatMap(row -> Optional.ofNullable(row.path().matchAndExtract(path))
                        .map(info -> new Match(row, info.getUriVariables()))
                        .stream())
                .findFirst();
    }

    /** The addresses of the table, such as {@code POST /api/clock}. */
    public Set<String> addresses() {
        return rows.stream()
                .map(row -> row.method() + " " + row.path().getPatternString())
                .collect(Collectors.toUnmodifiableSet());
    }
}
