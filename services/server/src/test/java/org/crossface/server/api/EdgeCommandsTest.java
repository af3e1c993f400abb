package org.crossface.server.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.crossface.identity.CurrentActor;
import org.crossface.pathway.EdgeValues;
import org.crossface.pathway.Samples;
import org.crossface.pathway.authority.CommandCatalogue;
import org.crossface.pathway.authority.CommandSpec;
import org.crossface.pathway.evaluation.Goal;
import org.crossface.pathway.evaluation.examination.RecordGoals;
import org.crossface.pathway.intake.referral.RegisterReferral;
import org.crossface.pathway.patient.registration.RegisterPatient;
import org.crossface.pathway.reference.registration.SetPreferenceCard;
import org.crossface.pathway.requirement.Requirement;
import org.crossface.platform.api.FieldBounds;
import org.crossface.platform.api.FormField;
import org.crossface.platform.api.Role;
import org.crossface.platform.api.decision.CommandRefused;
import org.crossface.platform.api.values.StorableRecords;
import org.crossface.platform.api.values.UnstorableValue;
import org.crossface.platform.dispatch.CommandDispatch;
import org.crossface.platform.dispatch.Envelope;
import org.crossface.server.api.Http.Answer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Every component of every command, at the edges of what it accepts and right beyond them: the first are in range and kept as they are, the
 * others are refused by the real command bus with the name of the component, and nothing is stored.
 */
class EdgeCommandsTest extends RunningServer {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final int LEAST_PAIRS = 3_000;
    private static final int LEAST_BEYOND = 1_000;
    private static final OffsetDateTime NOON = OffsetDateTime.parse("2024-11-01T12:00:00Z");

    @Autowired
    private CommandCatalogue catalogue;

    @Autowired
    private CommandDispatch dispatch;

    @Autowired
    private JdbcClient jdbc;

    private Clinic clinic;
    private String pathwayId;
    private String patientId;

    @BeforeEach
    void open() {
        clinic = new Clinic(http());
        if (http().get(Role.SURGEON, "/api/pathways").body().isEmpty()) {
            clinic.registerStandingData();
        }
        patientId = clinic.registerPatient("Ada Quill");
        pathwayId = clinic.openPathway().text("pathwayId");
    }

    @Test
    void whatLiesAtTheEdgeIsInRangeAndKeptAsItIs() {
        Map<String, Integer> pairs = new TreeMap<>();
        EdgeValues edges = new EdgeValues(EdgeValues.declared(), Map.of());
        for (CommandSpec spec : catalogue.all()) {
            for (Record command : edges.of(spec.type().asSubclass(Record.class), pairs)) {
                assertThat(EdgeValues.isKeptAsItIs(command))
                        .as(command.toString())
                        .isTrue();
                Requirement.fieldsInRange(command);
            }
        }
        assertThat(pairs.values().stream().mapToInt(Integer::intValue).sum()).isGreaterThan(LEAST_PAIRS);
    }

    @Test
    void whatLiesBeyondIsRefusedByNameAndNothingIsStored() {
        long before = events();
        List<String> taken = new ArrayList<>();
        int sent = 0;
        for (CommandSpec spec : ofPeople()) {
            Class<? extends Record> type = spec.type().asSubclass(Record.class);
            Record sample = sample(type);
            for (RecordComponent component : type.getRecordComponents()) {
                for (Object value : beyond(component.getName(), component.getGenericType(), component)) {
                    sent++;
                    Record odd = EdgeValues.with(sample, Map.of(component.getName(), value));
                    if (!isRefusedFor(component.getName(), send(spec, odd))) {
                        taken.add(spec.name() + "." + component.getName() + " = " + abridged(value) + ": "
                                + send(spec, odd));
                    }
                }
            }
        }
        assertThat(taken).isEmpty();
        assertThat(sent).isGreaterThan(LEAST_BEYOND);
        assertThat(events()).isEqualTo(before);
    }

    @Test
    void whatIsAcceptedIsShownOnEveryPageAndExportedCellByCell() {
        Map<String, String> names = new LinkedHashMap<>();
        List<RecordGoals> goals = edges(Map.of("occurredAt", List.of(NOON), "priorities", List.of(List.of(Goal.EYE))))
                .of(RecordGoals.class, new TreeMap<>());
        Answer last = null;
        for (Record person : people()) {
            Answer registered = taken(registered(body(person)));
            String patient = registered.text("patientId");
            for (Record referral : referrals(patient)) {
                last = taken(clinic.http().post(Role.SURGICAL_COORDINATOR, "/api/pathways", body(referral)));
                names.put(last.text("number"), ((RegisterPatient) person).familyName());
                Record said = goals.get(names.size() % goals.size());
                last = taken(clinic.give(Role.SURGEON, last.text("streamId"), "record-goals", body(said)));
            }
        }
        Browser coordinator = signedIn("surgical-coordinator");
        String after = "?after=" + Objects.requireNonNull(last).header("X-Crossface-Position");
        JsonNode listed = clinic.http()
                .get(Role.SURGICAL_COORDINATOR, "/api/pathways" + after + "&limit=500")
                .body();
        assertThat(listed.size()).isGreaterThanOrEqualTo(names.size());
        Browser auditor = signedIn("quality-auditor");
        listed.forEach(pathway -> {
            String id = pathway.path("pathwayId").asString();
            assertThat(clinic.http().get(Role.SURGEON, "/api/pathways/" + id).status())
                    .as(id)
                    .isEqualTo(200);
            assertThat(coordinator.get("/pathways/" + id).statusCode()).as(id).isEqualTo(200);
            assertThat(auditor.get("/audit/pathways/" + id + "?purpose=HQUALITY")
                            .statusCode())
                    .as(id)
                    .isEqualTo(200);
        });
        assertThat(coordinator.get("/pathways").statusCode()).isEqualTo(200);
        List<List<String>> cells = parse(coordinator.get("/pathways.csv").body());
        assertThat(cells).allMatch(line -> line.size() == cells.getFirst().size());
        Map<String, String> exported = new LinkedHashMap<>();
        cells.forEach(line -> exported.put(line.getFirst(), line.get(1)));
        names.forEach((number, family) ->
                assertThat(exported.get(number)).as(number).isIn(family + ", " + "Ida", "'" + family + ", " + "Ida"));
        assertThat(cells.stream().flatMap(List::stream)).noneMatch(cell -> cell.matches("(?s)[=+@\\t\\r].*"));
        assertThat(names).hasSizeGreaterThan(20);
    }

    @Test
    void aBundleOfWhichNotAllCanBeKeptLeavesNoPersonBehind() {
        long before = events();
        Answer nul = refer("Lar\\u0000sen", "Facial palsy");
        assertThat(nul.status()).isEqualTo(400);
        assertThat(nul.text("field")).isEqualTo("Bundle.entry[0].resource.name[0].family");
        Answer reason = refer("Larsen", "x".repeat(2_001));
        assertThat(reason.status()).isEqualTo(422);
        assertThat(reason.text("field")).isEqualTo("Bundle.entry[1].resource.reasonCode[0].text");
        Answer referrer = refer("Larsen", "a\\ud83d");
        assertThat(referrer.status()).isEqualTo(400);
        assertThat(events()).isEqualTo(before);

        Answer decomposed = taken(refer("Zoe\\u0308lar\\r\\n", "Facial palsy"));
        clinic.http()
                .get(Role.SURGEON, "/api/pathways", "X-Crossface-Position", decomposed.header("X-Crossface-Position"));
        assertThat(jdbc.sql("SELECT family_name FROM view_patient.patient WHERE patient_id = ?")
                        .param(decomposed.text("patientId"))
                        .query(String.class)
                        .single())
                .isEqualTo("Zoëlar");
    }

    /** Some are alike, and are others. */
    private Answer registered(ObjectNode person) {
        Answer first = clinic.http().post(Role.SURGICAL_COORDINATOR, "/api/patients", person);
        if (first.status() != 409) {
            return first;
        }
        assertThat(first.text("code")).isEqualTo("person-known");
        first.body()
                .path("candidates")
                .forEach(each -> person.withArray("differentFromIds")
                        .add(each.path("patientId").asString()));
        return clinic.http().post(Role.SURGICAL_COORDINATOR, "/api/patients", person);
    }

    private Answer refer(String familyName, String reason) {
        return clinic.http().postText(Role.SURGICAL_COORDINATOR, "/api/referrals?site=site-bayview", """
                        {"resourceType":"Bundle","type":"collection","entry":[
                          {"resource":{"resourceType":"Patient","name":[{"family":"%s","given":["Jo"]}],"birthDate":"1990-06-02"}},
                          {"resource":{"resourceType":"ServiceRequest","status":"active","intent":"order",
                            "subject":{"display":"Jo"},"reasonCode":[{"text":"%s"}]}}]}
                        """.formatted(
                        familyName, reason));
    }

    private static EdgeValues edges(Map<String, List<?>> fixed) {
        return new EdgeValues(EdgeValues.declared(), fixed);
    }

    private static List<RegisterPatient> people() {
        Map<String, List<?>> fixed = new LinkedHashMap<>(Map.of(
                "patientId", List.of("x"),
                "occurredAt", List.of(NOON),
                "givenNames", List.of("Ida"),
                "siteId", List.of("site-bayview"),
                "birthDate", List.of("1880-01-01", "2024-02-29", "1990-06", "1990")));
        fixed.put("representativeName", Collections.singletonList(null));
        fixed.put("representativeRelation", Collections.singletonList(null));
        fixed.put("differentFromIds", List.of(List.of()));
        return edges(fixed).of(RegisterPatient.class, new TreeMap<>());
    }

    private static List<RegisterReferral> referrals(String patient) {
        RegisterReferral plain =
                edges(Map.of()).of(RegisterReferral.class, new TreeMap<>()).getFirst();
        return List.of(EdgeValues.with(
                plain,
                Map.of(
                        "patientId",
                        patient,
                        "occurredAt",
                        NOON,
                        "siteId",
                        "site-bayview",
                        "referredOn",
                        LocalDate.of(2024, 11, 1),
                        "reason",
                        "=1+1 \"<b>\n שלום 😀")));
    }

    private static ObjectNode body(Record command) {
        ObjectNode body = JSON.valueToTree(command);
        List.of("pathwayId", "number").forEach(body::remove);
        if (command instanceof RegisterPatient) {
            body.remove("patientId");
        }
        return body;
    }

    private static Answer taken(Answer answer) {
        assertThat(answer.status()).as(answer.body().toString()).isBetween(200, 201);
        return answer;
    }

    private Browser signedIn(String user) {
        Browser browser = browser();
        browser.submit("/sign-in", "username", user, "password", "crossface-demo");
        return browser;
    }

    /** Lines of cells (RFC 4180). */
    private static List<List<String>> parse(String csv) {
        List<List<String>> lines = new ArrayList<>();
        List<String> line = new ArrayList<>();
        StringBuilder cell = new StringBuilder();
        boolean quoted = false;
        for (int i = 0; i < csv.length(); i++) {
            char c = csv.charAt(i);
            if (quoted) {
                if (c != '"') {
                    cell.append(c);
                } else if (i + 1 < csv.length() && csv.charAt(i + 1) == '"') {
                    cell.append(csv.charAt(++i));
                } else {
                    quoted = false;
                }
            } else if (c == '"') {
                quoted = true;
            } else if (c == ',' || c == '\n') {
                line.add(cell.toString());
                cell.setLength(0);
                if (c == '\n') {
                    lines.add(line);
                    line = new ArrayList<>();
                }
            } else if (c != '\r') {
                cell.append(c);
            }
        }
        return lines;
    }

    /** What only the service itself commands follows from stored events; it is mended, not refused. */
    private List<CommandSpec> ofPeople() {
        return catalogue.all().stream()
                .filter(spec -> spec.roles().stream().anyMatch(role -> role != Role.SYSTEM))
                .toList();
    }

    private static String abridged(Object value) {
        String text = String.valueOf(value);
        return text.length() > 60 ? text.substring(0, 60) + "..." : text;
    }

    private long events() {
        return jdbc.sql("SELECT count(*) FROM eventstore.event")
                .query(Long.class)
                .single();
    }

    /** In range in all its components, and for a pathway that is there. */
    private Record sample(Class<? extends Record> type) {
        Record inRange = new EdgeValues(EdgeValues.declared(), Map.of())
                .of(type, new TreeMap<>())
                .getFirst();
        Map<String, Object> known = new LinkedHashMap<>();
        known.put("occurredAt", NOON);
        if (!type.getSimpleName().startsWith("Register")) {
            known.put("pathwayId", pathwayId);
            known.put("patientId", patientId);
            known.put("otherPatientId", patientId);
        }
        if (type == RegisterReferral.class) {
            known.put("patientId", patientId);
        }
        if (type.getSimpleName().startsWith("Change") || type == SetPreferenceCard.class) {
            known.put("siteId", "site-bayview");
            known.put("practitionerId", Clinic.SURGEON);
            known.put("facilityId", "facility-harbor");
        }
        return EdgeValues.with(inRange, known);
    }

    private Optional<RuntimeException> send(CommandSpec spec, Record command) {
        Role role = spec.roles().stream()
                .filter(each -> each != Role.SYSTEM)
                .findFirst()
                .orElseThrow();
        try {
            dispatch.send(
                    command,
                    Envelope.of("user-edge", role, "org-center", "INTERFACE", "TREAT", "request-edge")
                            .within(Set.of(CurrentActor.EVERY_SITE)));
            return Optional.empty();
        } catch (RuntimeException e) {
            return Optional.of(e);
        }
    }

    private static boolean isRefusedFor(String component, Optional<RuntimeException> failure) {
        String field = switch (failure.orElse(null)) {
            case UnstorableValue unstorable -> unstorable.field();
            case CommandRefused refused
            when refused.rule().equals("FIELD-RANGE") -> refused.field().orElse("");
            case null, default -> "";
        };
        return field.equals(component) || field.startsWith(component + "[") || field.startsWith(component + ".");
    }

    private List<Object> beyond(String name, Type type, RecordComponent component) {
        FormField field = component.getAnnotation(FormField.class);
        if (type instanceof ParameterizedType list) {
            return field == null || list.getRawType() != List.class
                    ? List.of()
                    : lists(name, list.getActualTypeArguments()[0], field);
        }
        Class<?> simple = (Class<?>) type;
        if (simple.isRecord()) {
            return records(simple.asSubclass(Record.class));
        }
        return switch (simple.getSimpleName()) {
            case "String" -> texts(name, field);
            case "int", "Integer", "double", "Double" -> numbers(simple, field);
            case "LocalDate" ->
                List.of(LocalDate.of(1879, 12, 31), LocalDate.of(2201, 1, 1), LocalDate.MAX, LocalDate.MIN);
            case "OffsetDateTime" ->
                List.of(
                        OffsetDateTime.parse("2024-11-01T08:00:00-17:00"),
                        OffsetDateTime.parse("2024-11-01T08:00:00-12:01"),
                        OffsetDateTime.parse("2024-11-01T08:00:00+14:01"),
                        OffsetDateTime.parse("1879-12-31T23:59:59Z"),
                        OffsetDateTime.parse("2201-01-01T00:00:00Z"),
                        OffsetDateTime.MAX,
                        OffsetDateTime.MIN);
            default -> List.of();
        };
    }

    private static List<Object> texts(String name, FormField field) {
        List<Object> texts = new ArrayList<>(List.of("a\u0000b", "a\uD83Db", "a\u001Bb", "a\uFFFEb"));
        if (StorableRecords.identifies(name)) {
            texts.addAll(List.of("", "a b", "a/b", "é", "x".repeat(101)));
        } else if (field != null) {
            int most = (int) FieldBounds.ofText(name, field);
            texts.addAll(List.of("x".repeat(most + 1), "😀".repeat(most + 1)));
            if (field.min() > 0) {
                texts.add(" ".repeat((int) field.min()));
            }
        }
        return texts;
    }

    private static List<Object> numbers(Class<?> type, FormField field) {
        boolean whole = type == int.class || type == Integer.class;
        List<Object> numbers = new ArrayList<>();
        if (!whole) {
            numbers.addAll(List.of(Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY));
        }
        if (field != null) {
            for (double beyond : new double[] {field.min() - 1, field.max() + 1}) {
                if (Double.isFinite(beyond)) {
                    numbers.add(whole ? (Object) (int) beyond : (Object) beyond);
                }
            }
            if (field.step() > 0 && !whole) {
                numbers.add(field.min() + field.step() / 2);
            }
        }
        return numbers;
    }

    private static List<Object> lists(String name, Type element, FormField field) {
        List<Object> lists = new ArrayList<>();
        Object one = element == String.class
                ? "a"
                : element instanceof Class<?> simple && simple.isEnum()
                        ? simple.getEnumConstants()[0]
                        : element instanceof Class<?> record && record.isRecord()
                                ? Samples.of(record)
                                : element == Integer.class ? (Object) 1 : 1.0;
        lists.add(Collections.nCopies((int) FieldBounds.ofList(field) + 1, one));
        if (field.min() > 0) {
            lists.add(List.of());
        }
        if (element == String.class) {
            lists.add(List.of("a\u0000b"));
            lists.add(List.of("x".repeat(FieldBounds.longest(name, field) + 1)));
        }
        return lists;
    }

    /** Each component of the inner record beyond its edge in turn. */
    private List<Object> records(Class<? extends Record> type) {
        Record sample = new EdgeValues(EdgeValues.declared(), Map.of())
                .of(type, new TreeMap<>())
                .getFirst();
        List<Object> records = new ArrayList<>();
        for (RecordComponent inner : type.getRecordComponents()) {
            for (Object value : beyond(inner.getName(), inner.getGenericType(), inner)) {
                records.add(EdgeValues.with(sample, Map.of(inner.getName(), value)));
            }
        }
        return records;
    }
}
