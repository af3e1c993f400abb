package org.crossface.server.api;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.crossface.pathway.Samples;
import org.crossface.pathway.authority.CommandSpec;
import org.crossface.platform.api.Role;
import org.crossface.server.api.Http.Answer;
import org.crossface.web.api.command.CommandAddress;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Every command as every role, with a body that can be read; only the authority table may be the reason of INV-68. */
final class AuthorityCells {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Clinic clinic;

    AuthorityCells(Clinic clinic) {
        this.clinic = clinic;
    }

    /** The cells in which the server decides otherwise than the table, or comes to no decision. */
    List<String> wrong(List<CommandSpec> commands) {
        List<String> wrong = new ArrayList<>();
        String pathwayId = clinic.openPathway().text("pathwayId");
        for (CommandSpec command : commands) {
            CommandAddress address = CommandAddress.of(command).orElseThrow();
            String path = address.path().replaceFirst("\\{[a-zA-Z]+}", target(command, pathwayId));
            String body = body(command, address);
            Arrays.stream(Role.values())
                    .filter(role -> role != Role.SYSTEM)
                    .map(role -> verdict(command, role, clinic.http().postText(role, path, body)))
                    .filter(verdict -> !verdict.isEmpty())
                    .forEach(wrong::add);
        }
        return wrong;
    }

    private String target(CommandSpec command, String pathwayId) {
        return switch (command.area()) {
            case "patient" -> clinic.registerPatient("Nils Ohm");
            case "reference", "policy" -> "of-" + command.kebabName();
            default -> pathwayId;
        };
    }

    private static String verdict(CommandSpec command, Role role, Answer answer) {
        boolean byTable = answer.status() == 403 && answer.text("rule").equals("INV-68");
        boolean refused = byTable || seesNoSite(command, role, answer);
        boolean decided = answer.status() != 400 && answer.status() < 500;
        return decided && refused != command.allows(role)
                ? ""
                : command.name() + " by " + role + ": " + answer.status() + " " + answer.body();
    }

    /** The administrator has no site, so a pathway is turned away before its command. */
    private static boolean seesNoSite(CommandSpec command, Role role, Answer answer) {
        return role == Role.ADMINISTRATOR
                && !command.allows(role)
                && (answer.status() == 404 || answer.text("code").equals("forbidden"));
    }

    private static String body(CommandSpec command, CommandAddress address) {
        ObjectNode body = JSON.valueToTree(Samples.of(command.type()));
        address.given().forEach(body::remove);
        body.propertyNames().stream()
                .filter(name -> name.endsWith("Ids"))
                .toList()
                .forEach(name -> body.putArray(name).add("practitioner-1"));
        return JSON.writeValueAsString(body);
    }
}
