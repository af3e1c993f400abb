package org.crossface.server.sites;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.crossface.platform.api.Role;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Two surgery centres, each with people of every role. At the home site there is a patient of whom everything is on record that the
 * service keeps; at the other site there is one too, so that its lists are not empty.
 */
final class World {

    /** When the patient is operated on. */
    private static final String DAY = "2025-01-15";

    private static final String OTHER_DAY = "2025-01-13";
    private static final String NOW = "2025-01-16 08:00";

    private static final Course.Texts CANARY = new Course.Texts(
            "Zwaanenburgh",
            "Quirijntje",
            "1987-03-29",
            "555-7391-8842",
            "quirijntje@kanarie.example",
            "77 Kanarielaan",
            "urn:kanarie|KAN-4711-X",
            "Oomtje Vogelaar",
            "Dr. Sijsje Puttertoft",
            "Kanarie fell silent four years ago",
            "Kanarie wants to whistle again",
            "Boudewijn Vinkenoog",
            "555-7391-9953");

    private static final Course.Texts PLAIN = new Course.Texts(
            "Quill",
            "Ada",
            "1990-06-02",
            "555-0100",
            "ada@example.org",
            "1 Lake Road",
            "urn:plain|1",
            "Ben Quill",
            "Dr. Lake",
            "Facial palsy",
            "Smile without thinking",
            "Ben Quill",
            "555-0100");

    private static final Course.Texts SENT = new Course.Texts(
            "Kanarievogel",
            "Tjilpke",
            "1979-08-17",
            "555-7391-6631",
            "",
            "",
            "",
            "",
            "Dr. Mees Roodborst",
            "Kanarie was sent by bundle",
            "",
            "",
            "");

    private final Client client;
    private final JdbcClient jdbc;
    private final Map<Role, Person> home;
    private Map<Role, Person> lakeside;
    private final Set<String> homeIds = new TreeSet<>();
    private final Map<String, String> ofHome = new HashMap<>();
    private final Map<String, String> ofLakeside = new HashMap<>();
    private String letter = "";
    private int setAside;
    private String bundle = "";

    World(Client client, JdbcClient jdbc, Map<Role, Person> home, Map<Role, Person> lakeside) {
        this.client = client;
        this.jdbc = jdbc;
        this.home = home;
        this.lakeside = lakeside;
    }

    /** Tells the whole story. */
    void build() {
        standingData();
        moveTo(Course.REFERRED);
        open(home, Situation.HOME_SITE, CANARY, ofHome);
        open(lakeside, Situation.LAKESIDE, PLAIN, ofLakeside);
        refused();
        Course there = new Course(surgeon(Situation.HOME), DAY, CANARY);
        Course elsewhere = new Course(surgeon(Situation.OTHER_SITE), OTHER_DAY, PLAIN);
        play(there.untilScheduled(), elsewhere.untilScheduled());
        play(there.admission(id(ofHome, "caseId")), elsewhere.admission(id(ofLakeside, "caseId")));
        moveTo(NOW);
        takeBundle();
        charge();
        collectFacts();
    }

    static String surgeon(Situation at) {
        return People.name(at, Role.SURGEON);
    }

    private void standingData() {
        Person admin = person(home, Role.ADMINISTRATOR);
        for (String site : List.of(Situation.HOME_SITE, Situation.LAKESIDE)) {
            reference(
                    admin,
                    "sites/" + site + "/register-site",
                    Map.of(
                            "name",
                            "Centre " + site,
                            "organisationId",
                            "org-center",
                            "kind",
                            "SURGERY_CENTER",
                            "zone",
                            Step.ZONE.getId(),
                            "rooms",
                            List.of("OR-1", "OR-2"),
                            "privileges",
                            List.of("ONE", "TWO")));
        }
        for (Situation each : List.of(Situation.HOME, Situation.OTHER_SITE)) {
            reference(
                    admin,
                    "practitioners/" + surgeon(each) + "/register-practitioner",
                    Map.of(
                            "name",
                            "Dr. " + each,
                            "organisationId",
                            "org-practice",
                            "privileges",
                            List.of("ONE", "TWO"),
                            "privilegedUntil",
                            "2030-12-31"));
        }
        reference(
                admin,
                "facilities/facility-harbor/register-facility",
                Map.of("name", "Harbor After-care", "zone", Step.ZONE.getId(), "beds", 6, "flapCapable", true));
    }

    private void reference(Person admin, String path, Map<String, ?> body) {
        Reply reply = client.send(admin, Call.json("POST", "/api/reference/" + path, Bodies.json(body)));
        assertThat(reply.status()).as(path + " " + reply.start()).isEqualTo(201);
    }

    static Person person(Map<Role, Person> people, Role role) {
        Person person = people.get(role);
        if (person == null) {
            throw new AssertionError("Nobody is " + role);
        }
        return person;
    }

    private void moveTo(String time) {
        Reply moved = client.send(
                person(home, Role.ADMINISTRATOR),
                Call.json(
                        "PUT",
                        "/api/clock",
                        Bodies.json(Map.of("instant", Step.at(time).toInstant().toString()))));
        assertThat(moved.status()).as(moved.start()).isEqualTo(200);
    }

    private void open(Map<Role, Person> staff, String site, Course.Texts texts, Map<String, String> ids) {
        Reply registered = accepted(staff, Role.SURGICAL_COORDINATOR, "/api/patients", texts.person());
        String patient = registered.text("patientId");
        Reply opened =
                accepted(staff, Role.SURGICAL_COORDINATOR, "/api/pathways", texts.referral(patient, site, "LEFT"));
        ids.put("patientId", patient);
        ids.put("pathwayId", opened.text("pathwayId"));
        ids.put("number", opened.text("number"));
    }

    private Reply accepted(Map<Role, Person> staff, Role role, String path, Map<String, Object> body) {
        Reply reply = client.send(person(staff, role), Call.json("POST", path, Bodies.json(body)));
        assertThat(reply.status())
                .as(role + " " + path + " " + body + " " + reply.start())
                .isBetween(200, 201);
        return reply;
    }

    /** A refusal that is kept: the live pathway of a patient (INV-60). */
    private void refused() {
        Reply refused = client.send(
                person(home, Role.SURGICAL_COORDINATOR),
                Call.json(
                        "POST",
                        "/api/pathways",
                        Bodies.json(CANARY.referral(id(ofHome, "patientId"), Situation.HOME_SITE, "LEFT"))));
        assertThat(refused.text("rule")).as(refused.start()).isEqualTo("INV-60");
    }

    /** The steps of both sites in the order of their times. */
    private void play(List<Step> there, List<Step> elsewhere) {
        Map<String, List<Runnable>> byTime = new TreeMap<>();
        there.forEach(step ->
                byTime.computeIfAbsent(step.time(), each -> new ArrayList<>()).add(() -> give(home, ofHome, step)));
        elsewhere.forEach(step -> byTime.computeIfAbsent(step.time(), each -> new ArrayList<>())
                .add(() -> give(lakeside, ofLakeside, step)));
        byTime.forEach((time, steps) -> {
            moveTo(time);
            steps.forEach(Runnable::run);
        });
    }

    private void give(Map<Role, Person> staff, Map<String, String> ids, Step step) {
        Reply reply = accepted(
                staff, step.role(), "/api/pathways/" + id(ids, "pathwayId") + "/" + step.command(), step.body());
        String caseId = reply.text("caseId");
        if (!caseId.isEmpty()) {
            ids.put("caseId", caseId);
        }
    }

    static String id(Map<String, String> ids, String name) {
        String id = ids.get(name);
        if (id == null || id.isEmpty()) {
            throw new AssertionError("There is no " + name);
        }
        return id;
    }

    private void takeBundle() {
        bundle = Bodies.bundle(SENT);
        Reply taken = client.send(
                person(home, Role.SURGICAL_COORDINATOR),
                new Call("POST", "/api/referrals", Bodies.BUNDLE_TYPE, bundle, Map.of()));
        assertThat(taken.status()).as(taken.start()).isEqualTo(201);
        ofHome.put("documentId", taken.text("documentId"));
        homeIds.add(taken.text("patientId"));
        homeIds.add(taken.text("pathwayId"));
        homeIds.add(taken.text("documentId"));
    }

    /** As the billing role raises it; this node does not have the role, since that needs Kafka. */
    private void charge() {
        jdbc.sql("""
                        INSERT INTO billing.charge (charge_id, pathway_id, patient_id, case_id, site_id, claim, stage, fact_type,
                          service_date, performing_provider, organisation, codes, state, held_for, raised_at, position)
                        VALUES ('charge-kanarie', ?, ?, ?, 'site-bayview', 'PROFESSIONAL', 1, 'KANARIE_SERVICE', ?::date, ?,
                          'org-practice', '64911', 'HELD', '', now(), 1)""")
                .params(
                        id(ofHome, "pathwayId"),
                        id(ofHome, "patientId"),
                        id(ofHome, "caseId"),
                        DAY,
                        surgeon(Situation.HOME))
                .update();
        homeIds.add("charge-kanarie");
    }

    /** An event that this version cannot read, of a patient of its own since nothing of that one is shown any more. */
    private void setAside() {
        await().atMost(Duration.ofSeconds(60)).until(() -> !isBuilding());
        String event = "event-kanarie-" + setAside++;
        Map<String, String> ids = new LinkedHashMap<>();
        open(home, Situation.HOME_SITE, PLAIN.another(), ids);
        jdbc.sql("""
                        INSERT INTO eventstore.event (sequence_number, time, aggregate_id, aggregate_type, event_id, payload_type,
                                                      payload_revision, payload, metadata)
                        SELECT max(sequence_number) + 1, max(time), aggregate_id, 'CarePathway', ?,
                               'surgery.of-a-later-release', '1', '{"finding":"Kanarie could not be read"}', ?::json
                          FROM eventstore.event WHERE aggregate_id = ? GROUP BY aggregate_id""")
                .params(
                        event,
                        "{\"patient\":\"" + id(ids, "patientId") + "\",\"site\":\"site-bayview\"}",
                        id(ids, "pathwayId"))
                .update();
        homeIds.add(id(ids, "patientId"));
        homeIds.add(id(ids, "pathwayId"));
        homeIds.add(event);
        letter = await().atMost(Duration.ofSeconds(30)).until(() -> letterOf(event), id -> !id.isEmpty());
        homeIds.add(letter);
    }

    /** The letters of the views go when others take their place. */
    private boolean isBuilding() {
        return client.send(person(home, Role.ADMINISTRATOR), Call.get("/api/operations/views"))
                .json()
                .path("builds")
                .valueStream()
                .anyMatch(build -> build.path("state").asString().equals("BUILDING"));
    }

    private String letterOf(String event) {
        return client.send(person(home, Role.ADMINISTRATOR), Call.get("/api/operations/dead-letters"))
                .json()
                .path("blocked")
                .valueStream()
                .map(blocked -> blocked.path("letter"))
                .filter(each -> each.path("eventId").asString().equals(event))
                .map(each -> each.path("id").asString())
                .findFirst()
                .orElse("");
    }

    private void collectFacts() {
        List<String> names = List.of("patientId", "pathwayId", "caseId", "number");
        names.forEach(name -> homeIds.add(id(ofHome, name)));
        Reply facts = client.send(
                person(home, Role.SURGEON), Call.get("/api/pathways/" + id(ofHome, "pathwayId") + "/facts"));
        List<String> factIds = new ArrayList<>();
        facts.json()
                .forEach(fact -> factIds.add(fact.path("fact").path("factId").asString("")));
        assertThat(factIds).hasSizeGreaterThan(20).doesNotContain("");
        ofHome.put("factId", factIds.getLast());
        homeIds.addAll(factIds);
    }

    /**
     * The pathway at home, and one more patient with everything that is said of the first, since whoever gets through changes the patient.
     */
    Target exposed() {
        Map<String, String> ids = new HashMap<>();
        open(home, Situation.HOME_SITE, CANARY.another(), ids);
        setAside();
        homeIds.addAll(ids.values());
        ids.put("pathwayId", id(ofHome, "pathwayId"));
        ids.put("number", id(ofHome, "number"));
        return target(ids, "Zwaan");
    }

    /** The pathway at home with its own patient. */
    Target home() {
        return target(ofHome, "Zwaan");
    }

    /** The patient at the other site. */
    Target elsewhere() {
        return target(ofLakeside, "Quil");
    }

    private Target target(Map<String, String> ids, String search) {
        return new Target(
                id(ids, "patientId"),
                id(ids, "pathwayId"),
                letter,
                id(ids, "number"),
                search,
                DAY,
                surgeon(Situation.HOME));
    }

    /** Another patient at home, for commands that are carried out; without a pathway, since each may have one only. */
    Target spare() {
        Map<String, String> ids = new HashMap<>();
        open(home, Situation.HOME_SITE, PLAIN.another(), ids);
        String newcomer = accepted(
                        home,
                        Role.SURGICAL_COORDINATOR,
                        "/api/patients",
                        PLAIN.another().person())
                .text("patientId");
        ids.put("patientId", newcomer);
        return target(ids, "Quil");
    }

    /** Identifiers of one of the sites by the field of a command that would name them. */
    Map<String, String> ids(Situation at) {
        return Map.copyOf(at == Situation.HOME ? ofHome : ofLakeside);
    }

    /** The people of the other site have signed in anew. */
    void staff(Map<Role, Person> ofLakesideNow) {
        lakeside = ofLakesideNow;
    }

    /** Changes what is on record at the home site: the pathway, a patient, a new pathway. */
    void change() {
        nameEscort(home, ofHome);
        Map<String, String> ids = new HashMap<>();
        open(home, Situation.HOME_SITE, PLAIN.another(), ids);
        homeIds.addAll(ids.values());
        Reply corrected = client.send(
                person(home, Role.SURGICAL_COORDINATOR),
                Call.json(
                        "POST",
                        "/api/patients/" + id(ids, "patientId") + "/correct-contact",
                        Bodies.json(Map.of("phone", "555-0100", "contactConsent", true))));
        assertThat(corrected.status()).as(corrected.start()).isEqualTo(200);
    }

    /** Changes something at the other site. */
    void changeElsewhere() {
        nameEscort(lakeside, ofLakeside);
    }

    private void nameEscort(Map<Role, Person> staff, Map<String, String> ids) {
        give(
                staff,
                ids,
                Step.of(
                        NOW,
                        Role.SURGICAL_COORDINATOR,
                        "name-escort",
                        "stage",
                        "ONE",
                        "name",
                        "Somebody Else",
                        "phone",
                        "555-0100",
                        "relation",
                        "SPOUSE_OR_PARTNER",
                        "overnight",
                        true));
    }

    /** One more patient at the home site, with a pathway for the left side. */
    Target another() {
        Map<String, String> ids = new HashMap<>();
        open(home, Situation.HOME_SITE, CANARY.another(), ids);
        homeIds.addAll(List.of(id(ids, "pathwayId"), id(ids, "number")));
        return target(ids, "Zwaan");
    }

    String bundle() {
        return bundle;
    }

    Canaries canaries() {
        return new Canaries(
                Set.of(
                        CANARY.familyName(),
                        CANARY.givenNames(),
                        CANARY.birthDate(),
                        CANARY.phone(),
                        CANARY.email(),
                        CANARY.street(),
                        "KAN-4711-X",
                        CANARY.representative(),
                        CANARY.referrer(),
                        CANARY.reason(),
                        CANARY.goals(),
                        CANARY.escort(),
                        CANARY.escortPhone(),
                        SENT.familyName(),
                        SENT.givenNames(),
                        SENT.birthDate(),
                        SENT.referrer(),
                        SENT.reason(),
                        DAY,
                        "Kanarie could not be read",
                        "KANARIE_SERVICE",
                        "Kanarie service"),
                homeIds);
    }

    /** The canaries that pages and API show to the home site; no other operation shows the rest so far. */
    Set<String> shownAtHome() {
        Target target = home();
        return Set.of(
                CANARY.familyName(),
                CANARY.givenNames(),
                CANARY.birthDate(),
                CANARY.referrer(),
                CANARY.reason(),
                CANARY.goals(),
                CANARY.escort(),
                CANARY.escortPhone(),
                SENT.familyName(),
                SENT.givenNames(),
                DAY,
                "Kanarie could not be read",
                "Kanarie service",
                target.patient(),
                target.pathway(),
                target.letter(),
                target.number(),
                id(ofHome, "caseId"),
                id(ofHome, "factId"));
    }

    /** All that is recorded at the home site, a line for each thing. */
    Set<String> recorded() {
        Set<String> lines = new TreeSet<>();
        lines("SELECT 'stream ' || aggregate_id || ' at ' || max(sequence_number) FROM eventstore.event"
                        + " WHERE aggregate_id IN (:ids) GROUP BY aggregate_id")
                .forEach(lines::add);
        lines("SELECT 'event ' || payload_type || ' of stream ' || aggregate_id FROM eventstore.event"
                        + " WHERE metadata ->> 'patient' IN (:ids) AND aggregate_id NOT IN (:ids)")
                .forEach(lines::add);
        lines("SELECT 'document ' || id FROM documents.document WHERE subject_id IN (:ids)")
                .forEach(lines::add);
        lines("SELECT 'charge ' || c::text FROM billing.charge c WHERE patient_id IN (:ids)")
                .forEach(lines::add);
        lines(
                        "SELECT 'reservation ' || set_name || ' ' || key || ' of ' || holder FROM reservations.holding"
                                + " WHERE holder IN (:ids) OR EXISTS (SELECT 1 FROM unnest(ARRAY[:ids]) id WHERE key LIKE '%' || id || '%')")
                .forEach(lines::add);
        return lines;
    }

    private List<String> lines(String sql) {
        return jdbc.sql(sql).param("ids", homeIds).query(String.class).list();
    }
}
