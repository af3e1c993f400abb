package org.crossface.server.api;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.crossface.audit.access.JdbcAccessLog;
import org.crossface.identity.tokens.ApiTokens;
import org.crossface.identity.users.User;
import org.crossface.identity.users.Users;
import org.crossface.platform.api.AccessLog.Access;
import org.crossface.platform.api.Role;
import org.crossface.server.api.Http.Answer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Who writes a client finds out by reading what may be sent: each identifier is listed, each list comes in pages. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ReadsTest extends RunningServer {

    private static final List<String> LISTS = List.of(
            "/api/reference/sites",
            "/api/reference/practitioners",
            "/api/reference/facilities",
            "/api/reference/devices",
            "/api/patients",
            "/api/pathways",
            "/api/charges",
            "/api/refusals");

    private static final Pattern NEXT = Pattern.compile("<([^>]+)>; rel=\"next\"");

    private Clinic clinic = new Clinic(new Http(0));
    private String patientId = "";
    private String position = "";

    @Autowired
    private JdbcAccessLog accessLog = noBean();

    @Autowired
    private Users users = noBean();

    @Autowired
    private ApiTokens tokens = noBean();

    @Autowired
    private JdbcClient jdbc = noBean();

    @SuppressWarnings({"NullAway", "TypeParameterUnusedInFormals"}) // replaced by Spring before any test
    private static <T> T noBean() {
        return null;
    }

    /** Before anything is registered every list is there and empty. */
    @BeforeAll
    void openTheClinic() {
        clinic = new Clinic(http());
        for (String list : LISTS) {
            Answer empty = read(list);
            assertThat(empty.status()).as(list + " " + empty.body()).isEqualTo(200);
            assertThat(empty.body().isArray() && empty.body().isEmpty())
                    .as(list)
                    .isTrue();
        }
        clinic.registerStandingData();
        for (String name : List.of("Ada Quill", "Ida O\u2019Brien", "Ren\u00E9e Mu\u0308ller")) {
            patientId = clinic.registerPatient(name);
            Answer opened = clinic.http()
                    .post(Role.SURGICAL_COORDINATOR, "/api/pathways", clinic.referral(patientId, "Facial palsy"));
            position = opened.header("X-Crossface-Position");
            charge("charge-" + name.charAt(0), opened.text("pathwayId"), patientId);
        }
    }

    private void charge(String id, String pathwayId, String patient) {
        jdbc.sql("""
                        INSERT INTO billing.charge (charge_id, pathway_id, patient_id, case_id, site_id, claim, stage, fact_type,
                          service_date, performing_provider, organisation, codes, state, held_for, raised_at, position)
                        VALUES (?, ?, ?, 'case-1', 'site-bayview', 'PROFESSIONAL', 1, 'NERVE_GRAFT', '2024-11-01', 'surgeon-osei',
                          'org-practice', 'CPT 64911', 'HELD', 'CODER_REVIEW', now(), 1)""").params(id, pathwayId, patient).update();
    }

    private Answer read(String path) {
        return clinic.http().get(Role.QUALITY_AUDITOR, path, "X-Purpose-Of-Use", "HQUALITY");
    }

    /** The list as the views show it once they have what was sent. */
    private Answer current(String path) {
        return read(path + (path.contains("?") ? "&" : "?") + "after=" + position);
    }

    private static Stream<String> texts(Answer answer, String field) {
        return answer.body().valueStream().map(each -> each.path(field).asString());
    }

    @Test
    void surgeryCentresAreReadWithRoomsAndPrivileges() {
        assertThat(texts(read("/api/reference/sites"), "siteId")).containsExactly("site-bayview");
        Answer one = clinic.http().get(Role.THERAPIST, "/api/reference/sites/site-bayview");
        assertThat(one.body()).isEqualTo(JsonMapper.shared().readTree("""
                        {"siteId":"site-bayview","name":"Bayview Surgical Center","organisationId":"org-center",
                         "kind":"SURGERY_CENTER","zone":"America/Los_Angeles","rooms":["OR-1","OR-2","OR-3"],
                         "privileges":["ONE","TWO"]}"""));
    }

    @Test
    void devicesAndPreferenceCardsAreReadAsTheyWereRegistered() {
        clinic.registerDevice("microscope-1", "MICROSCOPE", "Microscope 1");
        clinic.registerDevice("microscope-2", "MICROSCOPE", "Microscope 2");
        String twin = "/api/reference/devices/microscope-3/register-device";
        Answer taken = clinic.http()
                .post(
                        Role.ADMINISTRATOR,
                        twin,
                        Map.of("siteId", "site-bayview", "kind", "MICROSCOPE", "name", "Microscope 2"));
        assertThat(taken.status()).as(taken.body().toString()).isEqualTo(422);
        assertThat(taken.body().toString()).contains("REF-DEVICE-KNOWN");
        Answer retired =
                clinic.http().post(Role.ADMINISTRATOR, "/api/reference/devices/microscope-1/retire-device", Map.of());
        assertThat(retired.status()).as(retired.body().toString()).isEqualTo(200);
        assertThat(texts(read("/api/reference/devices"), "deviceId")).containsExactly("microscope-1", "microscope-2");
        assertThat(read("/api/reference/devices/microscope-1").text("retiredAt"))
                .isNotEmpty();

        Answer card = clinic.http()
                .post(
                        Role.ADMINISTRATOR,
                        "/api/reference/practitioners/surgeon-osei/set-preference-card",
                        Map.of(
                                "stage",
                                "TWO",
                                "devices",
                                List.of("microscope-2"),
                                "couplerSizes",
                                List.of("MM_2_5"),
                                "secondTeam",
                                List.of()));
        assertThat(card.status()).as(card.body().toString()).isEqualTo(200);
        assertThat(read("/api/reference/practitioners/surgeon-osei/preference-cards")
                        .body())
                .isEqualTo(JsonMapper.shared().readTree("""
                        [{"stage":"TWO","devices":["microscope-2"],"couplerSizes":["MM_2_5"],"secondTeam":[]}]"""));
    }

    @Test
    void practitionersAreReadWithTheirPrivileges() {
        assertThat(texts(read("/api/reference/practitioners"), "practitionerId"))
                .containsExactly("surgeon-osei");
        Answer one = clinic.http().get(Role.BILLING, "/api/reference/practitioners/surgeon-osei");
        assertThat(one.text("privilegedUntil")).isEqualTo("2030-12-31");
        assertThat(one.body().path("privileges").valueStream().map(JsonNode::asString))
                .containsExactly("ONE", "TWO");
    }

    @Test
    void facilitiesAreReadWithTheirBeds() {
        assertThat(texts(read("/api/reference/facilities"), "facilityId")).containsExactly("facility-harbor");
        Answer one = clinic.http().get(Role.ADMINISTRATOR, "/api/reference/facilities/facility-harbor");
        assertThat(one.body().path("beds").asInt()).isEqualTo(6);
        assertThat(one.body().path("flapCapable").asBoolean()).isTrue();
    }

    @Test
    void thePolicyInForceIsReadWithEveryThreshold() {
        JsonNode policy = read("/api/reference/policy-sets").body().get(0);
        assertThat(policy.path("policySetId").asString()).isEqualTo("policy-set");
        assertThat(policy.path("version").asString()).isEqualTo("default-1");
        JsonNode turnover = policy.path("thresholds")
                .valueStream()
                .filter(each -> each.path("name").asString().equals("turnoverMinutes"))
                .findFirst()
                .orElseThrow();
        assertThat(turnover.path("value").asInt())
                .isEqualTo(turnover.path("byDefault").asInt());
        assertThat(turnover.path("unit").asString()).isEqualTo("min");
        assertThat(read("/api/reference/policy-sets/policy-set?at=2024-12-01T08:00:00-08:00")
                        .text("at"))
                .isEqualTo("2024-12-01T16:00:00Z");
        assertThat(read("/api/reference/policy-sets/another").status()).isEqualTo(404);
    }

    /** Room and surgeon are reserved as a booking reserves them. */
    @Test
    void freeSlotsLeaveOutWhatIsBookedWithItsTurnover() {
        jdbc.sql("INSERT INTO reservations.occupation (set_name, resource, period, holder) VALUES"
                        + " ('theatre-room', 'site-bayview|OR-1', '[2025-01-14T12:00-08,2025-01-14T14:00-08)', 'case-1'),"
                        + " ('theatre-surgeon', 'surgeon-osei', '[2025-01-14T16:00-08,2025-01-14T18:00-08)', 'case-2')")
                .update();
        Answer found = read("/api/reference/sites/site-bayview/free-slots?stage=ONE&surgeonIds=surgeon-osei"
                + "&estimatedMinutes=90&from=2025-01-14T08:00:00-08:00&until=2025-01-14T20:00:00-08:00");
        assertThat(found.status()).as(found.body().toString()).isEqualTo(200);
        assertThat(found.text("zone")).isEqualTo("America/Los_Angeles");
        assertThat(found.body().path("occupiedMinutes").asInt()).isEqualTo(120);
        assertThat(found.body().path("broken")).isEmpty();
        assertThat(found.body()
                        .path("slots")
                        .valueStream()
                        .map(each -> each.path("room").asString() + " "
                                + each.path("earliest").asString() + " "
                                + each.path("latest").asString()))
                .containsExactly(
                        "OR-1 2025-01-14T08:00:00-08:00 2025-01-14T10:00:00-08:00",
                        "OR-2 2025-01-14T08:00:00-08:00 2025-01-14T14:00:00-08:00",
                        "OR-3 2025-01-14T08:00:00-08:00 2025-01-14T14:00:00-08:00",
                        "OR-1 2025-01-14T14:00:00-08:00 2025-01-14T14:00:00-08:00",
                        "OR-1 2025-01-14T18:00:00-08:00 2025-01-14T20:00:00-08:00",
                        "OR-2 2025-01-14T18:00:00-08:00 2025-01-14T20:00:00-08:00",
                        "OR-3 2025-01-14T18:00:00-08:00 2025-01-14T20:00:00-08:00");
    }

    @Test
    void aSlotThatNoRuleAllowsIsToldWithTheRule() {
        Answer stranger = read("/api/reference/sites/site-bayview/free-slots?stage=ONE&surgeonIds=surgeon-nobody"
                + "&estimatedMinutes=90");
        assertThat(stranger.body().path("slots")).isEmpty();
        JsonNode broken = stranger.body().path("broken").get(0);
        assertThat(broken.path("rule").asString()).isEqualTo("INV-18");
        assertThat(broken.path("field").asString()).isEqualTo("surgeonIds");
        assertThat(broken.path("remedy").asString()).isNotBlank();

        Answer wrong = read("/api/reference/sites/site-bayview/free-slots?stage=ONE&surgeonIds=surgeon-osei"
                + "&estimatedMinutes=5&recoveryMinutes=9000&from=2025-02-01T00:00:00Z&until=2025-01-01T00:00:00Z");
        assertThat(wrong.status()).isEqualTo(400);
        assertThat(wrong.body()
                        .path("broken")
                        .valueStream()
                        .map(each -> each.path("field").asString()))
                .containsExactly("estimatedMinutes", "recoveryMinutes", "until");
        assertThat(read("/api/reference/sites/site-bayview/free-slots?stage=ONE")
                        .text("field"))
                .isEqualTo("surgeonIds");
        assertThat(read("/api/reference/sites/site-nowhere/free-slots?stage=ONE&surgeonIds=x&estimatedMinutes=90")
                        .status())
                .isEqualTo(404);
    }

    @Test
    void chargesAreReadByStateAndPathway() {
        assertThat(texts(read("/api/charges?state=HELD"), "chargeId"))
                .containsExactly("charge-A", "charge-I", "charge-R");
        assertThat(read("/api/charges?state=RELEASED").body()).isEmpty();
        Answer one = clinic.http().get(Role.BILLING, "/api/charges/charge-R");
        assertThat(one.text("patientId")).isEqualTo(patientId);
        assertThat(texts(read("/api/charges?pathwayId=" + one.text("pathwayId")), "chargeId"))
                .containsExactly("charge-R");
        assertThat(clinic.http().get(Role.BILLING, "/api/charges/charge-X").status())
                .isEqualTo(404);
        assertThat(clinic.http().get(Role.SURGEON, "/api/charges").status()).isEqualTo(403);
    }

    /** The letters of M\u00FCller were sent decomposed, the apostrophe is a typographic one. */
    @ParameterizedTest
    @CsvSource({
        "quill, 1",
        "o'brien, 1",
        "obrien%20ida, 1",
        "muller, 1",
        "m%C3%BCller%2C%20renee, 1",
        "P-, 3",
        "ida%20quill, 0",
        "1990-06-02, 0"
    })
    void personsAreFoundByNameBirthDateAndNumber(String q, int found) {
        assertThat(current("/api/patients?q=" + q).body()).hasSize(found);
        assertThat(current("/api/pathways?q=" + q).body()).hasSize(found);
    }

    @Test
    void aPersonIsFoundByTheBirthDate() {
        String born = read("/api/patients/" + patientId).text("birthDate");
        assertThat(texts(current("/api/patients?q=" + born), "patientId")).containsExactly(patientId);
        assertThat(texts(current("/api/pathways?q=" + born), "patientId")).containsExactly(patientId);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/patients", "/api/pathways", "/api/charges"})
    void aListComesInPagesThatMissNothing(String list) {
        String id = list.equals("/api/patients") ? "patientId" : list.equals("/api/charges") ? "chargeId" : "pathwayId";
        List<String> whole = texts(current(list), id).toList();
        assertThat(whole).hasSize(3).doesNotHaveDuplicates();
        List<String> paged = new ArrayList<>();
        String path = list + "?limit=1";
        while (!path.isEmpty()) {
            Answer page = read(path);
            assertThat(page.status()).as(path).isEqualTo(200);
            assertThat(page.body()).hasSize(1);
            texts(page, id).forEach(paged::add);
            Matcher next = NEXT.matcher(page.header("Link"));
            path = next.matches() ? next.group(1) : "";
        }
        assertThat(paged).isEqualTo(whole);
    }

    @Test
    void anAccessRowNamesThePatientsOfItsPageAndNoOther() {
        current("/api/patients");
        Answer page = clinic.http()
                .get(
                        Role.QUALITY_AUDITOR,
                        "/api/patients?limit=2",
                        "X-Purpose-Of-Use",
                        "HQUALITY",
                        "X-Request-Id",
                        "page-of-two-0001");
        assertThat(accessLog.ofActor("user-quality-auditor", Instant.EPOCH, Instant.parse("2100-01-01T00:00:00Z")))
                .filteredOn(row -> "page-of-two-0001".equals(row.request()))
                .singleElement()
                .satisfies(row -> assertThat(row.patientIds())
                        .containsExactlyInAnyOrderElementsOf(
                                texts(page, "patientId").toList()));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    /api/reference/sites?limit=0            | limit     | 1 to 500
                    /api/reference/sites?limit=many         | limit     | a whole number
                    /api/patients?limit=501                 | limit     | 1 to 500
                    /api/patients?start=                    | start     | leave start out
                    /api/patients?name=quill                | name      | limit, q, start
                    /api/pathways?fase=REFERRED             | fase      | phase
                    /api/pathways?phase=DANCING             | phase     | REFERRED
                    /api/charges?state=LOST                 | state     | HELD, RELEASED, REVERSED
                    /api/reference/policy-sets/policy-set?at=now | at   | 2025-01-14T08:00:00-08:00
                    /api/clock?zone=UTC                     | zone      | after
                    """)
    void aParameterThatIsNotTakenIsToldWithWhatIs(String path, String field, String remedy) {
        Answer answer = read(path);
        assertThat(answer.status()).as(answer.body().toString()).isEqualTo(400);
        assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
        assertThat(answer.text("field")).isEqualTo(field);
        assertThat(answer.text("remedy")).contains(remedy);
    }

    @Test
    void aDeniedReadIsKeptWithThePatientWhoWasAskedFor() {
        String pathwayId = texts(current("/api/pathways?patientId=" + patientId), "pathwayId")
                .findFirst()
                .orElseThrow();
        for (String path : List.of("/api/patients/" + patientId, "/api/pathways/" + pathwayId)) {
            assertThat(clinic.http().get(Role.ADMINISTRATOR, path).status()).isEqualTo(403);
        }
        assertThat(clinic.http().get(Role.SURGEON, "/api/charges/charge-R").status())
                .isEqualTo(403);
        Browser browser = browser();
        browser.submit("/sign-in", "username", "administrator", "password", "crossface-demo");
        for (String page : List.of("/pathways/" + pathwayId, "/audit/pathways/" + pathwayId)) {
            assertThat(browser.get(page).statusCode()).isEqualTo(403);
        }
        assertThat(accessLog.ofPatient(patientId, Instant.EPOCH, Instant.parse("2100-01-01T00:00:00Z")))
                .filteredOn(row -> row.outcome().equals("DENIED"))
                .extracting(Access::role, Access::resource, Access::siteIds)
                .contains(
                        tuple("ADMINISTRATOR", "clinical/patient", Set.of("site-bayview")),
                        tuple("ADMINISTRATOR", "clinical/pathway", Set.of("site-bayview")),
                        tuple("ADMINISTRATOR", "audit/pathway", Set.of("site-bayview")),
                        tuple("SURGEON", "billing/charges", Set.of("site-bayview")));
    }

    @Test
    void aRefusalOfAPathwayThatWasNeverOpenedIsShownToTheAuditorWithItsPurpose() {
        Map<String, Object> referral = clinic.referral(patientId, "Facial palsy");
        referral.put("referredOn", "2031-01-01");
        Answer refused = clinic.http()
                .post(
                        Role.SURGICAL_COORDINATOR,
                        "/api/pathways",
                        referral,
                        "X-Request-Id",
                        "never-opened-0001",
                        "X-Purpose-Of-Use",
                        "HLEGAL");
        assertThat(refused.status()).as(refused.body().toString()).isEqualTo(422);

        JsonNode kept = read("/api/refusals?unopened=true&patientId=" + patientId)
                .body()
                .valueStream()
                .filter(each -> each.path("requestId").asString().equals("never-opened-0001"))
                .findFirst()
                .orElseThrow();
        assertThat(kept.path("purpose").asString()).isEqualTo("HLEGAL");
        assertThat(kept.path("sent").asString()).contains("Facial palsy");
        assertThat(kept.path("sentence").asString()).isNotBlank();
        assertThat(read("/api/refusals/" + kept.path("refusalId").asString()).body())
                .isEqualTo(kept);
        Browser auditor = browser();
        auditor.submit("/sign-in", "username", "quality-auditor", "password", "crossface-demo");
        assertThat(auditor.get("/audit").body())
                .contains(
                        "Refused before a pathway was opened", kept.path("rule").asString(), "Legal");
        assertThat(clinic.http().get(Role.SURGEON, "/api/refusals").status()).isEqualTo(403);
    }

    @Test
    void aCommandToAPathwayOfAnotherSiteIsKeptWithThePatient() {
        String pathwayId = texts(current("/api/pathways?patientId=" + patientId), "pathwayId")
                .findFirst()
                .orElseThrow();
        users.add(
                new User(
                        "user-elsewhere",
                        "elsewhere",
                        "Dr. Elsewhere",
                        Set.of(Role.SURGEON),
                        "org-center",
                        Set.of("site-lakeside"),
                        false,
                        false),
                "of-another-site");
        String token = tokens.issue(users.named("elsewhere").orElseThrow().actingAs(Role.SURGEON))
                .token();
        Answer answer =
                clinic.http().exchange("POST", "/api/pathways/" + pathwayId + "/record-goals", "{\"goals\":7}", token);
        assertThat(answer.status()).isEqualTo(404);
        assertThat(accessLog.ofActor("user-elsewhere", Instant.EPOCH, Instant.parse("2100-01-01T00:00:00Z")))
                .extracting(Access::outcome, Access::resource, Access::purpose, Access::patientIds, Access::siteIds)
                .containsExactly(tuple(
                        "DENIED", "clinical/pathway/RecordGoals", "TREAT", Set.of(patientId), Set.of("site-bayview")));
    }

    /** The body of a command that a role may not send is not read, and its refusal names who it was about all the same. */
    @Test
    void aRefusalOfARoleIsKeptWithItsPurpose() {
        String pathwayId = texts(current("/api/pathways?patientId=" + patientId), "pathwayId")
                .findFirst()
                .orElseThrow();
        assertThat(clinic.give(Role.THERAPIST, pathwayId, "record-goals", Map.of("goals", "x"))
                        .status())
                .isEqualTo(403);
        JsonNode kept =
                read("/api/refusals?rule=INV-68&streamId=" + pathwayId).body().get(0);
        assertThat(kept.path("patientId").asString()).isEqualTo(patientId);
        assertThat(kept.path("purpose").asString()).isEqualTo("TREAT");
        assertThat(kept.path("sites").valueStream().map(JsonNode::asString)).containsExactly("site-bayview");
    }

    /** Every identifier that a command wants is in the answer to some read. */
    @Test
    void everyIdentifierThatPeopleSendCanBeLookedUp() {
        JsonNode document =
                clinic.http().exchange("GET", "/api/openapi", "", "").body();
        List<String> sent = new ArrayList<>();
        document.path("paths").propertyStream().forEach(path -> sent.addAll(sent(path)));
        String answers = document.path("components").path("schemas").toString();
        Map<String, String> elsewhere = Map.ofEntries(
                entry("surgeonIds", "practitionerId"),
                entry("surgeonId", "practitionerId"),
                entry("secondSurgeonId", "practitionerId"),
                entry("physicianId", "practitionerId"),
                entry("targetFactId", "factId"),
                entry("overrideFactId", "factId"),
                entry("confirmedFactId", "factId"),
                entry("differentFromIds", "patientId"),
                entry("otherPatientId", "patientId"),
                entry("plannedId", "adjunctId"),
                entry("operatingCaseId", "caseId"),
                entry("coveredSiteId", "siteId"),
                entry("invariantId", "rule"));
        // Of others: the payer names itself, and the intake of referrals names the document that it has kept. A message
        // is answered for by
        // Crossface itself, and there is one set of calendars.
        Set<String> ofOthers = Set.of("payerId", "documentId", "messageId", "calendarSetId");
        assertThat(sent).contains("patientId", "siteId", "surgeonIds", "caseId", "facilityId");
        assertThat(sent.stream()
                        .distinct()
                        .filter(id -> !ofOthers.contains(id))
                        .filter(id -> !answers.contains("\"" + elsewhere.getOrDefault(id, id) + "\":")))
                .isEmpty();
    }

    private static List<String> sent(Map.Entry<String, JsonNode> path) {
        List<String> ids = new ArrayList<>();
        Matcher variable = Pattern.compile("\\{(\\w+Id)}").matcher(path.getKey());
        while (variable.find()) {
            ids.add(variable.group(1));
        }
        path.getValue().path("post").findPath("properties").propertyNames().stream()
                .filter(name -> name.endsWith("Id") || name.endsWith("Ids"))
                .forEach(ids::add);
        return ids;
    }
}
