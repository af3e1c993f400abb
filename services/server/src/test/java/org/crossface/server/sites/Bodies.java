package org.crossface.server.sites;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.crossface.pathway.Samples;
import org.crossface.pathway.authority.CommandSpec;
import org.crossface.pathway.authority.FieldKind;
import org.crossface.pathway.authority.FieldSpec;
import org.crossface.server.sites.OperationTable.Row;
import org.crossface.web.api.command.CommandAddress;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The requests of an operation, as its row of the table says. */
final class Bodies {

    static final String BUNDLE_TYPE = "application/fhir+json";

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String BOUNDARY = "of-another-site";
    private static final String REASON = "Nobody needs it now";

    private Bodies() {}

    /**
     * The requests.
     *
     * @param site of whoever sends them
     */
    static Stream<Call> calls(Operation operation, Row row, Target target, String site) {
        return row.calls().stream()
                .map(path -> path(operation, target.fill(path)))
                .flatMap(path -> row.bodies().stream().map(body -> call(operation, path, body, target, site)));
    }

    private static String path(Operation operation, String path) {
        CommandSpec command = operation.command();
        if (command == null) {
            return path;
        }
        String kind = CommandAddress.of(command)
                .map(CommandAddress::path)
                .filter(address -> address.startsWith("/api/reference/"))
                .map(address -> address.split("/", -1)[3])
                .orElse("");
        return path.replace("{command}", command.kebabName()).replace("{kind}", kind);
    }

    private static Call call(Operation operation, String path, String body, Target target, String site) {
        String method = operation.method().equals("ANY") ? "GET" : operation.method();
        return switch (body) {
            case "-" -> new Call(method, path, "", "", Map.of());
            case "empty" -> Call.json(method, path, "{}");
            case "empty-form" -> Call.form(path, "");
            case "key-form" -> Call.form(path, "_key=" + UUID.randomUUID());
            case "clock" -> Call.json(method, path, "{\"instant\":\"2020-01-01T00:00:00Z\"}");
            case "park" -> Call.json(method, path, "{\"later\":\"WAIT\",\"reason\":\"" + REASON + "\"}");
            case "park-form" -> Call.form(path, "later=WAIT&reason=" + Client.encode(REASON));
            case "command" ->
                Call.json(method, path, sampleFor(operation, target).toString());
            case "command-versioned" ->
                Call.json(method, path, sampleFor(operation, target).toString()).with("If-Match", "\"0\"");
            case "command-form" -> Call.form(path, form(commandOf(operation), target));
            case "person" -> Call.json(method, path, json(NEWCOMER.another().person()));
            case "person-there" -> {
                Map<String, Object> there = NEWCOMER.another().person();
                there.put("siteId", Situation.HOME_SITE);
                yield Call.json(method, path, json(there));
            }
            case "referral" -> Call.json(method, path, json(NEWCOMER.referral(target.patient(), site, "LEFT")));
            case "referral-other-side" ->
                Call.json(method, path, json(NEWCOMER.referral(target.patient(), site, "RIGHT")));
            case "referral-there" ->
                Call.json(method, path, json(NEWCOMER.referral(target.patient(), Situation.HOME_SITE, "RIGHT")));
            case "referral-form" -> Call.form(path, referralForm(target.patient(), site));
            case "bundle" -> new Call(method, path, BUNDLE_TYPE, bundle(NEWCOMER.another()), Map.of());
            case "bundle-form" -> upload(path, bundle(NEWCOMER.another()));
            default -> throw new IllegalStateException("There is no body " + body + " in " + OperationTable.FILE);
        };
    }

    /** Whom another site registers. */
    private static final Course.Texts NEWCOMER = new Course.Texts(
            "Newcomer",
            "Nora",
            "1990-06-02",
            "555-0199",
            "nora@example.org",
            "1 Lake Road",
            "urn:newcomer|1",
            "Nils Newcomer",
            "Dr. Lake",
            "Came by herself",
            "Whistling",
            "Nils Newcomer",
            "555-0198");

    /** What the samples say that cannot be, so that a rule of the record's own would refuse it before anything is asked. */
    private static final Map<String, Map<String, ?>> POSSIBLE = Map.of(
            "record-death",
            Map.of("diedOn", LocalDate.of(2025, 1, 10)),
            "receive-referral-document",
            Map.of("sha256", "0".repeat(64)));

    private static CommandSpec commandOf(Operation operation) {
        CommandSpec command = operation.command();
        if (command == null) {
            throw new IllegalStateException(operation + " carries no command");
        }
        return command;
    }

    /** A command with a value in every field, as the API takes it; it happens now. */
    static ObjectNode sample(CommandSpec command) {
        ObjectNode body =
                JSON.valueToTree(Samples.of(command.type(), POSSIBLE.getOrDefault(command.kebabName(), Map.of())));
        CommandAddress.of(command).orElseThrow().given().forEach(body::remove);
        body.remove("occurredAt");
        Fitting.fit(body, command.fields());
        return body;
    }

    static String json(Object value) {
        return JSON.writeValueAsString(value);
    }

    /** About the person of the target; a person that does not exist would be refused like the one in the address. */
    private static ObjectNode sampleFor(Operation operation, Target target) {
        return sampleFor(commandOf(operation), target);
    }

    private static ObjectNode sampleFor(CommandSpec command, Target target) {
        ObjectNode sample = sample(command);
        if (sample.has("otherPatientId")) {
            sample.put("otherPatientId", target.patient());
        }
        return sample;
    }

    /** The same command as its form sends it. */
    private static String form(CommandSpec command, Target target) {
        StringBuilder form = new StringBuilder("_version=0&_key=" + UUID.randomUUID());
        ObjectNode sample = sampleFor(command, target);
        sample.remove(command.target());
        command.fields().forEach(field -> append(form, field.name(), field, sample.path(field.name())));
        return form.toString();
    }

    private static void append(StringBuilder form, String name, FieldSpec field, JsonNode value) {
        if (value.isMissingNode() || value.isNull()) {
            return;
        }
        switch (field.kind()) {
            case RECORD -> fields(form, name, field.fields(), value);
            case LIST -> {
                int index = 0;
                for (JsonNode each : value) {
                    String row = name + "[" + index++ + "]";
                    if (field.element() == FieldKind.RECORD) {
                        fields(form, row, field.fields(), each);
                    } else {
                        append(form, row, each.asString());
                    }
                }
            }
            case MULTI_ENUM -> value.forEach(each -> append(form, name, each.asString()));
            case DATETIME ->
                append(
                        form,
                        name,
                        OffsetDateTime.parse(value.asString())
                                .atZoneSameInstant(Step.ZONE)
                                .toLocalDateTime()
                                .toString());
            default -> append(form, name, value.asString());
        }
    }

    private static void fields(StringBuilder form, String name, List<FieldSpec> fields, JsonNode value) {
        fields.forEach(field -> append(form, name + "." + field.name(), field, value.path(field.name())));
    }

    private static void append(StringBuilder form, String name, String value) {
        form.append('&').append(Client.encode(name)).append('=').append(Client.encode(value));
    }

    /** The second half of the form of a referral: the person is known already. */
    private static String referralForm(String patient, String site) {
        return "_key=" + UUID.randomUUID() + "&_patient=" + patient + "&siteId=" + site
                + "&referredOn=2024-11-05&referrer=Dr.+Lake&reason=Came+by+herself";
    }

    /** A FHIR bundle that refers somebody. */
    static String bundle(Course.Texts texts) {
        return """
                {"resourceType":"Bundle","type":"collection","entry":[
                {"resource":{"resourceType":"Patient","name":[{"family":"%s","given":["%s"]}],"birthDate":"%s","gender":"female",
                "telecom":[{"system":"phone","value":"%s"}]}},
                {"resource":{"resourceType":"ServiceRequest","status":"active","intent":"order","subject":{"display":"%s"},
                "requester":{"display":"%s"},"reasonCode":[{"text":"%s"}]}}]}
                """.formatted(
                        texts.familyName(),
                        texts.givenNames(),
                        texts.birthDate(),
                        texts.phone(),
                        texts.familyName(),
                        texts.referrer(),
                        texts.reason());
    }

    static Call upload(String path, String bundle) {
        String body = "--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"bundle\"; filename=\"one.json\"\r\n"
                + "Content-Type: " + BUNDLE_TYPE + "\r\n\r\n" + bundle + "\r\n--" + BOUNDARY + "--\r\n";
        return new Call("POST", path, "multipart/form-data; boundary=" + BOUNDARY, body, Map.of());
    }
}
