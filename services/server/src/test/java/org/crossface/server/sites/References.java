package org.crossface.server.sites;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.crossface.pathway.authority.CommandCatalogue;
import org.crossface.pathway.authority.CommandSpec;
import org.crossface.platform.api.Role;
import org.crossface.web.api.command.CommandAddress;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.node.StringNode;

/**
 * Commands about one's own patient, each field of which that names something else names what the home site has. The answer must be that to
 * an identifier that nothing has.
 */
final class References {

    /** They name what is about no patient, or nothing that is on record. */
    private static final Set<String> ABOUT_NO_PATIENT = Set.of(
            "siteId",
            "facilityId",
            "organisationId",
            "surgeonId",
            "surgeonIds",
            "secondSurgeonId",
            "physicianId",
            "practitionerId",
            "payerId",
            "invariantId",
            "policySetId");

    private final Client client;
    private final World world;
    private final Map<Role, Person> other;
    private final Findings findings;
    private int sent;
    private int judged;

    References(Client client, World world, Map<Role, Person> other, Findings findings) {
        this.client = client;
        this.world = world;
        this.other = other;
        this.findings = findings;
    }

    int sent() {
        return sent;
    }

    /** How many were refused because of what they named, and not for another reason before that. */
    int judged() {
        return judged;
    }

    void send(CommandCatalogue catalogue) {
        catalogue
                .all()
                .forEach(command -> CommandAddress.of(command)
                        .filter(address -> !address.opens())
                        .filter(address -> !address.path().startsWith("/api/reference/"))
                        .ifPresent(address -> send(command, address)));
    }

    private void send(CommandSpec command, CommandAddress address) {
        Optional<Person> sender =
                People.ROLES.stream().filter(command::allows).findFirst().map(role -> World.person(other, role));
        if (sender.isEmpty()) {
            return;
        }
        Target own = world.elsewhere();
        String path = address.path().replace("{pathwayId}", own.pathway()).replace("{patientId}", own.patient());
        ObjectNode body = Bodies.sample(command);
        Map<String, String> ownIds = world.ids(Situation.OTHER_SITE);
        fill(body, name -> ownIds.getOrDefault(known(name), ""));
        for (String field : named(body, "")) {
            refer(sender.get(), path, body, field);
        }
    }

    private void refer(Person sender, String path, ObjectNode body, String field) {
        String name = field.substring(field.lastIndexOf('/') + 1);
        String foreign = foreign(name);
        String nobodys = Target.NOBODY.letter();
        Call call = Call.json("POST", path, with(body, name, foreign));
        Reply reply = client.send(sender, call);
        Reply toNobody = client.send(sender, Call.json("POST", path, with(body, name, nobodys)));
        sent++;
        judged += reply.text("field").equals(name) ? 1 : 0;
        String what = call + " with " + field + "=" + foreign + ": " + reply.start();
        if (reply.status() >= 500) {
            findings.add("a reference to another site fails", what);
        }
        List<String> told = world.canaries().in(reply, call, true);
        if (!told.isEmpty()) {
            findings.add("a reference to another site tells of it", told + " by " + what);
        }
        // Another person is asked for as the one in the address is: unknown and of another site get the same 404.
        boolean asPatient = name.equals("otherPatientId") && reply.status() == 404;
        if (!asPatient && (reply.status() == 401 || reply.status() == 403 || reply.status() == 404)) {
            findings.add("a reference was not looked at, so that it shows nothing", what);
        }
        if (ABOUT_NO_PATIENT.contains(name)) {
            return;
        }
        if (reply.status() < 300) {
            findings.add(
                    toNobody.status() < 300 ? "a reference is taken unseen" : "a reference to another site is taken",
                    what);
        } else if (!reply.essence(Set.of(foreign)).equals(toNobody.essence(Set.of(nobodys)))) {
            findings.add("a reference to another site differs from one to nothing", what + " but " + toNobody.start());
        }
    }

    /** What the home site has of this kind. */
    private String foreign(String name) {
        Map<String, String> ids = world.ids(Situation.HOME);
        String id = ids.get(known(name));
        return id == null ? World.id(ids, "caseId") : id;
    }

    /** The same thing has several names. */
    private static String known(String name) {
        return switch (name) {
            case "operatingCaseId" -> "caseId";
            case "targetFactId", "flagId", "complicationId" -> "factId";
            case "operationNoteRef" -> "documentId";
            default -> name;
        };
    }

    private static String with(ObjectNode body, String name, String id) {
        ObjectNode copy = body.deepCopy();
        fill(copy, each -> each.equals(name) ? id : "");
        return copy.toString();
    }

    private static boolean names(String field) {
        return field.endsWith("Id") || field.endsWith("Ids") || field.endsWith("Ref");
    }

    /** Paths of the fields that name something. */
    private static List<String> named(JsonNode node, String path) {
        List<String> found = new ArrayList<>();
        for (Map.Entry<String, JsonNode> each : node.properties()) {
            String at = path + "/" + each.getKey();
            if (names(each.getKey())) {
                found.add(at);
            } else if (each.getValue().isObject()) {
                found.addAll(named(each.getValue(), at));
            } else if (each.getValue().isArray()) {
                each.getValue().forEach(element -> found.addAll(named(element, at)));
            }
        }
        return found;
    }

    /** Puts identifiers into the fields that name something; an empty one leaves what is there. */
    private static void fill(JsonNode node, UnaryOperator<String> idOf) {
        for (Map.Entry<String, JsonNode> each : List.copyOf(node.properties())) {
            String id = names(each.getKey()) ? idOf.apply(each.getKey()) : "";
            if (!id.isEmpty() && node instanceof ObjectNode object) {
                if (each.getValue() instanceof ArrayNode array) {
                    array.removeAll().add(id);
                } else {
                    object.set(each.getKey(), StringNode.valueOf(id));
                }
            } else if (each.getValue().isObject()) {
                fill(each.getValue(), idOf);
            } else if (each.getValue().isArray()) {
                each.getValue().forEach(element -> fill(element, idOf));
            }
        }
    }
}
