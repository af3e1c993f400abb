package org.crossface.server.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.crossface.audit.access.JdbcAccessLog;
import org.crossface.audit.refusals.JdbcRefusals;
import org.crossface.pathway.authority.CommandCatalogue;
import org.crossface.platform.api.AccessLog.Access;
import org.crossface.platform.api.Role;
import org.crossface.platform.processing.BlockedSequence;
import org.crossface.platform.processing.DeadLetters;
import org.crossface.server.CommandLine;
import org.crossface.server.CommandLine.Said;
import org.crossface.server.api.Http.Answer;
import org.crossface.web.api.command.CommandAddress;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What the API promises for every command: identity, rights, versions, repetition, errors. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ApiTest extends RunningServer {

    private Clinic clinic = new Clinic(new Http(0));
    private String patientId = "";

    @Autowired
    private JdbcAccessLog accessLog = noBean();

    @Autowired
    private JdbcRefusals refusals = noBean();

    @Autowired
    private JdbcClient jdbc = noBean();

    @Autowired
    private DeadLetters letters = noBean();

    @Autowired
    private CommandCatalogue catalogue = noBean();

    @SuppressWarnings({"NullAway", "TypeParameterUnusedInFormals"}) // replaced by Spring before any test
    private static <T> T noBean() {
        return null;
    }

    @BeforeAll
    void openTheClinic() {
        clinic = new Clinic(http());
        clinic.registerStandingData();
        patientId = clinic.registerPatient("Ada Quill");
    }

    private String storeEventOfALaterRelease(String pathwayId, String patient) {
        String eventId = "of-a-later-release-" + pathwayId;
        jdbc.sql("""
                        INSERT INTO eventstore.event (sequence_number, time, aggregate_id, aggregate_type, event_id, payload_type,
                                                      payload_revision, payload, metadata)
                        SELECT max(sequence_number) + 1, max(time), aggregate_id, 'CarePathway', ?, 'surgery.of-a-later-release', '1',
                               '{"finding":"canary"}', ?::json
                          FROM eventstore.event WHERE aggregate_id = ? GROUP BY aggregate_id""")
                .params(eventId, "{\"patient\":\"" + patient + "\",\"site\":\"site-bayview\"}", pathwayId)
                .update();
        return eventId;
    }

    private Answer deadLetters() {
        return clinic.http().get(Role.ADMINISTRATOR, "/api/operations/dead-letters");
    }

    /** A death is that of the person: all pathways end with it, and all live again when it was recorded in error. */
    @Test
    void aDeathIsOneUnitOfWorkOverThePersonAndAllPathways() {
        String person = clinic.registerPatient("Ida Quill");
        String left = openFor(person, "LEFT");
        String right = openFor(person, "RIGHT");
        Map<String, String> died = Map.of("diedOn", "2024-11-01", "source", "FAMILY", "related", "NO");
        assertThat(clinic.give(Role.SURGEON, left, "record-patient-death", died).status())
                .isEqualTo(200);
        assertThat(List.of(phase(left), phase(right))).containsOnly("DECEASED");
        assertThat(positionsOfTheLastEvents(person, left, right))
                .as("appended together")
                .matches(positions -> positions.getLast() - positions.getFirst() < 10);
        assertThat(clinic.give(Role.SURGEON, right, "record-patient-death", died)
                        .text("rule"))
                .isEqualTo("INV-56");
        Answer again = clinic.http()
                .post(
                        Role.SURGEON,
                        "/api/patients/" + person + "/record-death",
                        Map.of("diedOn", "2024-11-01", "reportedBy", "FAMILY"));
        assertThat(again.text("rule")).isEqualTo("INV-56");

        Answer lives = clinic.http()
                .post(
                        Role.SURGEON,
                        "/api/patients/" + person + "/retract-death",
                        Map.of("reason", "It was another patient of the same name"));
        assertThat(lives.status()).as(lives.body().toString()).isEqualTo(200);
        assertThat(List.of(phase(left), phase(right))).containsOnly("REFERRED");
        assertThat(clinic.give(
                                Role.SURGICAL_COORDINATOR,
                                right,
                                "schedule-evaluation",
                                Map.of("visitAt", "2024-11-20T09:00:00-08:00", "mode", "IN_PERSON"))
                        .status())
                .isEqualTo(200);
    }

    @Test
    void aCorrectedBirthDateReachesThePersonAndThePathways() {
        String person = clinic.registerPatient("Una Quill");
        String pathway = openFor(person, "LEFT");
        Answer corrected = clinic.http()
                .post(
                        Role.SURGICAL_COORDINATOR,
                        "/api/patients/" + person + "/correct-birth-date",
                        Map.of("birthDate", "1960-06-02", "reason", "Day and year of the sister"));
        assertThat(corrected.status()).as(corrected.body().toString()).isEqualTo(200);
        assertThat(clinic.sequenceOf(pathway)).as("the pathway follows").isEqualTo(1);
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(
                                jdbc.sql("SELECT birth_date::text FROM view_patient.patient WHERE patient_id = ?")
                                        .param(person)
                                        .query(String.class)
                                        .single())
                        .isEqualTo("1960-06-02"));
    }

    private String openFor(String person, String side) {
        Map<String, Object> referral = clinic.referral(person, "Facial palsy");
        referral.put("referredSide", side);
        Answer opened = clinic.http().post(Role.SURGICAL_COORDINATOR, "/api/pathways", referral);
        assertThat(opened.status()).as(opened.body().toString()).isEqualTo(201);
        return opened.text("pathwayId");
    }

    private String phase(String pathway) {
        return clinic.http().get(Role.SURGEON, "/api/pathways/" + pathway).text("phase");
    }

    private List<Long> positionsOfTheLastEvents(String... streams) {
        return jdbc.sql(
                        "SELECT max(position) FROM eventstore.event WHERE aggregate_id = ANY (?) GROUP BY aggregate_id ORDER BY 1")
                .param(streams)
                .query(Long.class)
                .list();
    }

    @Test
    void anEventThatThisVersionCannotReadBlocksItsPatientVisiblyAndNobodyElse() {
        Answer opened = clinic.openPathway();
        String pathway = opened.text("pathwayId");
        String eventId = storeEventOfALaterRelease(pathway, "patient-of-" + pathway);
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(
                        () -> assertThat(deadLetters().body().path("blocked").valueStream())
                                .as("each bundle of views that the patient is in")
                                .extracting(each ->
                                        each.path("letter").path("processor").asString())
                                .containsExactlyInAnyOrder("views-live", "views-record"));

        JsonNode blocked = blockedIn("views-live");
        String id = blocked.path("letter").path("id").asString();
        assertThat(blocked.path("letter").path("eventId").asString()).isEqualTo(eventId);
        assertThat(blocked.path("letter").path("processor").asString()).isEqualTo("views-live");
        String path = "/api/operations/dead-letters/" + id;
        assertThat(clinic.http().get(Role.QUALITY_AUDITOR, path).text("trace"))
                .contains("UndecodableEvent: surgery.of-a-later-release revision 1");
        assertThat(clinic.http().get(Role.SURGEON, path).status()).isEqualTo(403);
        assertThat(clinic.http().get(Role.ADMINISTRATOR, path + "/payload").status())
                .as("without break-glass")
                .isEqualTo(403);
        assertThat(clinic.http().get(Role.QUALITY_AUDITOR, path + "/payload").status())
                .as("without a purpose")
                .isEqualTo(403);
        Answer payload = clinic.http().get(Role.QUALITY_AUDITOR, path + "/payload", "X-Purpose-Of-Use", "HQUALITY");
        assertThat(payload.text("json")).contains("canary");
        assertThat(accessLog.ofPatient("patient-of-" + pathway, Instant.EPOCH, Instant.parse("2100-01-01T00:00:00Z")))
                .extracting(Access::role, Access::resource, Access::outcome)
                .contains(tuple("QUALITY_AUDITOR", "audit/dead-letter", "SHOWN"));

        Answer other = clinic.openPathway();
        long position = other.body().path("position").asLong();
        assertThat(clinic.http()
                        .get(Role.SURGEON, "/api/pathways?position=" + position)
                        .status())
                .as("others go on")
                .isEqualTo(200);
        actsOnTheLetter(path, id);
    }

    private JsonNode blockedIn(String processor) {
        return deadLetters()
                .body()
                .path("blocked")
                .valueStream()
                .filter(each -> each.path("letter").path("processor").asString().equals(processor))
                .findFirst()
                .orElseThrow();
    }

    private void actsOnTheLetter(String path, String id) {
        assertThat(clinic.http()
                        .post(Role.QUALITY_AUDITOR, path + "/retry", Map.of())
                        .status())
                .isEqualTo(403);
        assertThat(clinic.http()
                        .post(Role.ADMINISTRATOR, path + "/park", Map.of("later", "WAIT"))
                        .text("field"))
                .isEqualTo("reason");
        Browser browser = browser();
        browser.submit("/sign-in", "username", "administrator", "password", "crossface-demo");
        assertThat(browser.get("/operations").body())
                .contains("surgery.of-a-later-release", "Retry all")
                .doesNotContain("canary");
        assertThat(browser.get("/operations/dead-letters/" + id).body())
                .contains("knows no event named", "Not for your role")
                .doesNotContain("canary");
        assertThat(browser.get("/operations/dead-letters/" + id + "?payload=true")
                        .statusCode())
                .isEqualTo(403);

        Browser auditor = browser();
        auditor.submit("/sign-in", "username", "quality-auditor", "password", "crossface-demo");
        assertThat(auditor.get("/operations/dead-letters/" + id).body())
                .contains("Show it")
                .doesNotContain("canary");
        assertThat(auditor.get("/operations/dead-letters/" + id + "?payload=true")
                        .body())
                .contains("canary");

        triedAgainBy(() -> assertThat(clinic.http()
                        .post(Role.ADMINISTRATOR, path + "/retry", Map.of())
                        .status())
                .isEqualTo(202));
        triedAgainBy(() -> assertThat(clinic.http()
                        .post(Role.ADMINISTRATOR, "/api/operations/dead-letters/retry", Map.of())
                        .status())
                .isEqualTo(202));
        triedAgainBy(() -> browser.submitFrom("/operations", "/operations/dead-letters/retry"));
        onTheCommandLine(id);
        assertThat(clinic.http()
                        .post(Role.ADMINISTRATOR, path + "/park", Map.of("later", "GO_ON", "reason", "of a trial"))
                        .status())
                .isEqualTo(204);
        assertThat(deadLetters().body().path("blocked"))
                .as("the other bundle's is decided on its own")
                .hasSize(1);
        String other = blockedIn("views-record").path("letter").path("id").asString();
        assertThat(CommandLine.deadLetters(letters, "park", other, "GO_ON", "of", "a", "trial")
                        .done())
                .isTrue();
        assertThat(deadLetters().body().path("blocked")).isEmpty();
        assertThat(deadLetters().body().path("leftOut").get(0).path("reason").asString())
                .isEqualTo("of a trial");
        assertThat(clinic.http().get(Role.ADMINISTRATOR, path).status()).isEqualTo(404);
        assertThat(CommandLine.deadLetters(letters, "list").text()).startsWith("0 blocked");
    }

    private BlockedSequence blockedInLive() {
        return letters.blocked().stream()
                .filter(each -> each.head().processor().equals("views-live"))
                .findFirst()
                .orElseThrow();
    }

    /** A try is seen by its time; it fails as the one before. */
    private void triedAgainBy(Runnable act) {
        Instant before = blockedInLive().head().triedAt();
        act.run();
        await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> {
            BlockedSequence blocked = blockedInLive();
            assertThat(blocked.head().triedAt()).isAfter(before);
            assertThat(blocked.retryWanted()).isFalse();
        });
    }

    private void onTheCommandLine(String id) {
        assertThat(CommandLine.deadLetters(letters, "list").text())
                .startsWith("2 blocked")
                .contains(id, "surgery.of-a-later-release");
        Said shown = CommandLine.deadLetters(letters, "show", id);
        assertThat(shown.text())
                .contains("UndecodableEvent", "dead letter of views-live")
                .doesNotContain("canary");
        assertThat(CommandLine.deadLetters(letters, "show", "nobody"))
                .isEqualTo(new Said(false, "There is no dead letter nobody" + System.lineSeparator()));
        assertThat(CommandLine.deadLetters(letters, "park", id, "NEVER", "a", "reason"))
                .satisfies(said -> assertThat(said.done()).isFalse())
                .satisfies(said -> assertThat(said.text()).contains("WAIT|GO_ON REASON"));
        assertThat(CommandLine.deadLetters(letters, "retry", "nobody").done()).isFalse();
        triedAgainBy(() ->
                assertThat(CommandLine.deadLetters(letters, "retry", id).done()).isTrue());
        triedAgainBy(() -> assertThat(
                        CommandLine.deadLetters(letters, "retry", "all").text())
                .startsWith("2 to be retried"));
        assertThat(CommandLine.deadLetters(letters, "park", id, "WAIT", "asked", "the", "vendor")
                        .done())
                .isTrue();
        assertThat(CommandLine.deadLetters(letters, "list").text()).contains("parked");
    }

    @Test
    void anAdministratorBuildsTheViewsAnewWhilePeopleReadThem() {
        String path = "/api/operations/views";
        assertThat(clinic.http()
                        .post(Role.QUALITY_AUDITOR, path + "/builds", Map.of())
                        .status())
                .isEqualTo(403);
        assertThat(clinic.http().get(Role.SURGEON, path).status()).isEqualTo(403);
        Answer started = clinic.http().post(Role.ADMINISTRATOR, path + "/builds", Map.of());
        assertThat(started.status()).isEqualTo(202);
        long number = started.body().get(0).path("number").asLong();
        assertThat(started.body().valueStream().map(each -> each.path("bundle").asString()))
                .containsExactly("live", "record");
        await().atMost(Duration.ofSeconds(60)).until(() -> {
            assertThat(clinic.http().get(Role.SURGEON, "/api/pathways").status())
                    .isEqualTo(200);
            return clinic.http()
                    .get(Role.QUALITY_AUDITOR, path)
                    .body()
                    .path("builds")
                    .valueStream()
                    .allMatch(build -> build.path("state").asString().equals("SERVING"));
        });
        Answer alone = clinic.http().post(Role.ADMINISTRATOR, path + "/builds?view=theatre_day", Map.of());
        assertThat(alone.body().get(0).path("views").valueStream().map(JsonNode::asString))
                .as("one view alone")
                .containsExactly("theatre_day");
        assertThat(clinic.http()
                        .post(Role.ADMINISTRATOR, path + "/builds?view=nothing", Map.of())
                        .status())
                .isEqualTo(404);
        assertThat(clinic.http()
                        .post(Role.ADMINISTRATOR, path + "/builds/" + number + "/cancel", Map.of())
                        .status())
                .as("it serves already")
                .isEqualTo(409);
    }

    @Test
    void healthTellsAnAdministratorAloneHowOldTheLastTurnOfEachLoopIs() {
        Browser administrator = browser();
        administrator.submit("/sign-in", "username", "administrator", "password", "crossface-demo");
        // Readers and the poller are watched from their first look on.
        await().untilAsserted(() -> assertThat(loopsShownTo(administrator).propertyNames())
                .contains("live heartbeat", "event store poller", "view change feed"));
        assertThat(loopsShownTo(administrator))
                .allSatisfy(loop -> assertThat(loop.path("secondsSinceLastBeat").doubleValue())
                        .isBetween(0.0, loop.path("limitSeconds").doubleValue()));

        Browser auditor = browser();
        auditor.submit("/sign-in", "username", "quality-auditor", "password", "crossface-demo");
        for (Browser other : List.of(auditor, browser())) {
            assertThat(other.get("/actuator/health").body())
                    .contains("\"status\"")
                    .doesNotContain("loops", "heartbeat");
        }
    }

    private static JsonNode loopsShownTo(Browser browser) {
        return JsonMapper.shared()
                .readTree(browser.get("/actuator/health").body())
                .path("components")
                .path("loops")
                .path("details");
    }

    @Test
    void withoutATokenThereIsNothing() {
        Answer answer = clinic.http().exchange("GET", "/api/clock", "", "");
        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.header("WWW-Authenticate")).isEqualTo("Bearer");
        assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
        assertThat(answer.text("code")).isEqualTo("not-signed-in");
        assertThat(answer.text("requestId")).isNotBlank().isEqualTo(answer.header("X-Request-Id"));
    }

    @Test
    void aRevokedTokenIsNoTokenAnyMore() {
        String token = clinic.http().exchange("POST", "/api/tokens", """
                        {"userName":"therapist","password":"crossface-demo"}""", "").text("token");
        assertThat(clinic.http().exchange("GET", "/api/clock", "", token).status())
                .isEqualTo(200);
        assertThat(clinic.http()
                        .exchange("DELETE", "/api/tokens/current", "", token)
                        .status())
                .isEqualTo(204);
        assertThat(clinic.http().exchange("GET", "/api/clock", "", token).status())
                .isEqualTo(401);
    }

    @Test
    void aWrongPasswordSaysNoMoreThanThat() {
        Answer answer = clinic.http().exchange("POST", "/api/tokens", """
                {"userName":"surgeon","password":"not-the-password"}""", "");
        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.text("code")).isEqualTo("not-signed-in");
    }

    @Test
    void pagesSendToTheFormAndTheLiveStreamDoesNot() {
        Answer page = clinic.http().exchange("GET", "/today", "", "");
        assertThat(page.status()).isEqualTo(302);
        assertThat(page.header("Location")).endsWith("/sign-in");
        assertThat(page.header("Content-Security-Policy")).startsWith("default-src 'none'");
        assertThat(clinic.http().exchange("GET", "/events", "", "").status()).isEqualTo(401);
        assertThat(clinic.http().exchange("GET", "/sign-in", "", "").raw().body())
                .contains("Sign in");
    }

    @Test
    void anAcceptedCommandTellsVersionPositionAndIdentifiers() {
        Answer opened = clinic.openPathway();
        String pathwayId = opened.text("pathwayId");
        assertThat(opened.status()).isEqualTo(201);
        assertThat(opened.header("Location")).isEqualTo("/api/pathways/" + pathwayId);
        assertThat(opened.header("ETag")).isEqualTo("\"0\"");
        assertThat(opened.text("number")).matches("P-\\d{4}");
        assertThat(opened.header("X-Crossface-Position"))
                .isEqualTo(opened.body().path("position").asString());

        Answer goals = clinic.give(Role.SURGEON, pathwayId, "record-goals", goals());
        assertThat(goals.status()).isEqualTo(200);
        assertThat(goals.header("ETag")).isEqualTo("\"1\"");
        assertThat(goals.body().path("factIds")).hasSize(1);
    }

    @Test
    void eachReadIsInTheAccessLogBeforeItIsAnswered() {
        Answer opened = clinic.openPathway();
        String pathwayId = opened.text("pathwayId");
        Answer read = clinic.http().get(Role.SURGEON, "/api/pathways/" + pathwayId, "X-Request-Id", "reading-1234");

        assertThat(read.status()).isEqualTo(200);
        assertThat(read.text("phase")).isEqualTo("REFERRED");
        assertThat(accessLog.ofPatient(opened.text("patientId"), START, START.plusSeconds(86_400)))
                .filteredOn(access -> "reading-1234".equals(access.request()))
                .singleElement()
                .satisfies(access -> {
                    assertThat(access.actor()).isEqualTo("surgeon-osei");
                    assertThat(access.resource()).isEqualTo("clinical/pathway");
                    assertThat(access.outcome()).isEqualTo("SHOWN");
                });
    }

    @Test
    void whoMayNotReadReadsNothing() {
        String path = "/api/pathways/" + clinic.openPathway().text("pathwayId");
        assertThat(clinic.http().get(Role.BILLING, path).status()).isEqualTo(403);
        assertThat(clinic.http().get(Role.ADMINISTRATOR, path).status()).isEqualTo(403);
        assertThat(clinic.http().get(Role.QUALITY_AUDITOR, path).status()).isEqualTo(403);
        assertThat(clinic.http()
                        .get(Role.QUALITY_AUDITOR, path, "X-Purpose-Of-Use", "HQUALITY")
                        .status())
                .isEqualTo(200);
        assertThat(clinic.http().get(Role.SURGEON, "/api/pathways/nobody").status())
                .isEqualTo(404);
        assertThat(accessLog.ofActor("user-administrator", START, START.plusSeconds(86_400)))
                .extracting(Access::outcome)
                .contains("DENIED")
                .doesNotContain("SHOWN");
    }

    @Test
    void everyCellOfTheAuthorityTableHolds() {
        assertThat(catalogue.all())
                .as("the API takes every command")
                .hasSizeGreaterThan(100)
                .allMatch(command -> CommandAddress.of(command).isPresent());
        assertThat(new AuthorityCells(clinic).wrong(catalogue.all())).isEmpty();
    }

    @Test
    void aRefusalNamesRuleFieldAndRemedyAndIsKept() {
        Answer refused = clinic.http()
                .post(
                        Role.SURGICAL_COORDINATOR,
                        "/api/pathways",
                        Map.of(
                                "patientId", patientId,
                                "siteId", "site-nowhere",
                                "referredOn", "2024-11-01"),
                        "X-Request-Id",
                        "refused-1234");

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.header("Content-Type")).startsWith("application/problem+json");
        assertThat(refused.text("code")).isEqualTo("rule-refused");
        assertThat(refused.text("rule")).isEqualTo("REF-SITE");
        assertThat(refused.text("field")).isEqualTo("siteId");
        assertThat(refused.text("remedy")).isNotBlank();
        assertThat(refusals.byRule("REF-SITE", START, START.plusSeconds(86_400)))
                .filteredOn(kept -> "refused-1234".equals(kept.request()))
                .singleElement()
                .satisfies(kept -> {
                    assertThat(kept.patientId()).isEqualTo(patientId);
                    assertThat(kept.commandJson()).contains("site-nowhere");
                });
    }

    @Test
    void aCommandOnAnotherVersionIsNotCarriedOut() {
        String pathwayId = clinic.openPathway().text("pathwayId");
        Answer first = clinic.give(Role.SURGEON, pathwayId, "record-goals", goals(), "If-Match", "\"0\"");
        Answer second = clinic.give(Role.SURGEON, pathwayId, "record-goals", goals(), "If-Match", "\"0\"");

        assertThat(first.status()).isEqualTo(200);
        assertThat(second.status()).isEqualTo(412);
        assertThat(second.text("code")).isEqualTo("version-conflict");
        assertThat(clinic.sequenceOf(pathwayId)).isEqualTo(1);
        assertThat(clinic.give(Role.SURGEON, pathwayId, "record-goals", goals(), "If-Match", "version 1")
                        .status())
                .isEqualTo(400);
    }

    @Test
    void aRepeatedRequestHasOneEffectAndTheSameAnswer() {
        Map<String, Object> referral = clinic.referral(patientId, "LEFT");
        Answer first =
                clinic.http().post(Role.SURGICAL_COORDINATOR, "/api/pathways", referral, "Idempotency-Key", "key-1");
        Answer second =
                clinic.http().post(Role.SURGICAL_COORDINATOR, "/api/pathways", referral, "Idempotency-Key", "key-1");

        assertThat(first.status()).isEqualTo(201);
        assertThat(second.status()).isEqualTo(201);
        assertThat(second.body()).isEqualTo(first.body());
        assertThat(first.header("Idempotent-Replayed")).isEmpty();
        assertThat(second.header("Idempotent-Replayed")).isEqualTo("true");

        Answer other = clinic.http()
                .post(
                        Role.SURGICAL_COORDINATOR,
                        "/api/pathways",
                        clinic.referral(patientId, "RIGHT"),
                        "Idempotency-Key",
                        "key-1");
        assertThat(other.status()).isEqualTo(422);
        assertThat(other.text("code")).isEqualTo("idempotency-key-reused");
    }

    @Test
    void theSameKeyAtOnceHasOneEffect() throws InterruptedException, ExecutionException {
        String pathwayId = clinic.openPathway().text("pathwayId");
        List<Answer> answers = new ArrayList<>();
        try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
            Callable<Answer> send =
                    () -> clinic.give(Role.SURGEON, pathwayId, "record-goals", goals(), "Idempotency-Key", "at-once");
            List<Future<Answer>> sent = new ArrayList<>();
            for (int i = 0; i < 12; i++) {
                sent.add(executor.submit(send));
            }
            for (Future<Answer> each : sent) {
                answers.add(each.get());
            }
        }

        assertThat(answers).extracting(Answer::status).containsOnly(200);
        assertThat(answers).extracting(answer -> answer.text("factIds")).hasSize(12);
        assertThat(answers.stream().map(Answer::body).distinct()).hasSize(1);
        assertThat(clinic.sequenceOf(pathwayId)).isEqualTo(1);
    }

    @Test
    void whoeverRacesWithoutAVersionIsSerialised() throws InterruptedException, ExecutionException {
        String pathwayId = clinic.openPathway().text("pathwayId");
        List<Integer> statuses = new ArrayList<>();
        try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Answer>> sent = new ArrayList<>();
            for (int i = 0; i < 6; i++) {
                sent.add(executor.submit(() -> clinic.give(Role.SURGEON, pathwayId, "record-goals", goals())));
            }
            for (Future<Answer> each : sent) {
                statuses.add(each.get().status());
            }
        }
        assertThat(statuses).allMatch(status -> status == 200 || status == 409);
        long accepted = statuses.stream().filter(status -> status == 200).count();
        assertThat(clinic.sequenceOf(pathwayId)).isEqualTo(accepted).isPositive();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    {"goals":"Smile","priorities":["EYE"],"mood":"good"}              | mood
                    {"goals":7,"priorities":["EYE"]}                                  | goals
                    {"priorities":["EYE"]}                                            | goals
                    {"goals":"Smile","priorities":["LOUD"]}                           | priorities[0]
                    {"goals":"Smile","priorities":"EYE"}                              | priorities
                    {"goals":"Smile","priorities":["EYE"],"occurredAt":1730462400}    | occurredAt
                    {"goals":"Smile","priorities":["EYE"],"occurredAt":"yesterday"}   | occurredAt
                    {"goals":"Smile","priorities":["EYE"],"pathwayId":"another"}      | pathwayId
                    {"goals":"A\\u0000B","priorities":["EYE"]}                        | goals
                    {"goals":"A\\ud800B","priorities":["EYE"]}                        | goals
                    {"goals":"A","priorities":["EYE"],"occurredAt":"2024-11-01T08:00:00-17:00"} | occurredAt
                    {"goals":"A","priorities":["EYE"],"occurredAt":"0001-11-01T08:00:00Z"}      | occurredAt
                    {"goals":"Smile","goals":"Frown","priorities":["EYE"]}            | goals
                    {"goals":                                                         | ``
                    []                                                                | ``
                    """)
    void whatDoesNotFitTheCommandIsABadRequest(String body, String field) {
        String pathwayId = clinic.openPathway().text("pathwayId");
        Answer answer = clinic.http().postText(Role.SURGEON, "/api/pathways/" + pathwayId + "/record-goals", body);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.text("code")).isEqualTo("bad-request");
        assertThat(answer.text("field")).isEqualTo(field);
        assertThat(answer.text("remedy")).isNotBlank();
        assertThat(answer.raw().body()).doesNotContain("Exception").doesNotContain("org.crossface");
        assertThat(clinic.sequenceOf(pathwayId)).isZero();
    }

    @Test
    void everythingThatIsWrongWithARequestIsToldAtOnce() {
        String pathwayId = clinic.openPathway().text("pathwayId");
        Answer answer = clinic.http().postText(Role.SURGEON, "/api/pathways/" + pathwayId + "/record-assessment", """
                        {"houseBrackmann":"six","smileExcursionMm":99,"faceAnswers":[1,null,"x"],"mood":"good","lateReason":7}
                        """);
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.text("code")).isEqualTo("bad-request");
        assertThat(answer.text("field")).isEqualTo("lateReason");
        assertThat(answer.body()
                        .path("broken")
                        .valueStream()
                        .map(each -> each.path("field").asString() + ", "
                                + each.path("rule").asString("no rule") + ": "
                                + each.path("detail").asString()))
                .containsExactly(
                        "lateReason, no rule: Why it is recorded only now must be a text",
                        "mood, no rule: This command has no field mood",
                        "houseBrackmann, no rule: House-Brackmann must be a whole number",
                        "faceAnswers[1], no rule: FaCE answers, Question 2 is missing",
                        "faceAnswers[2], no rule: FaCE answers, Question 3 must be a whole number",
                        "smileExcursionMm, FIELD-RANGE: Smile excursion is 99 mm");
        assertThat(clinic.sequenceOf(pathwayId)).isZero();
    }

    @Test
    void everyValueThatCannotBeStoredIsToldAtOnce() {
        Answer answer = clinic.http().postText(Role.SURGICAL_COORDINATOR, "/api/patients", """
                        {"familyName":"Quill","givenNames":"Ada","birthDate":"1990-06-02","sex":"FEMALE","language":"en-US",
                         "interpreterNeeded":false,"timeZone":"America/Los_Angeles","identifiers":[],"contactConsent":true,
                         "siteId":"site bayview","occurredAt":"2024-11-01T08:00:00-17:00"}""");
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.body()
                        .path("broken")
                        .valueStream()
                        .map(each -> each.path("field").asString()))
                .containsExactlyInAnyOrder("occurredAt", "siteId");
        assertThat(answer.body().path("broken").valueStream())
                .allSatisfy(each -> assertThat(each.path("remedy").asString()).isNotBlank());
    }

    @Test
    void everyRuleOfAPersonOrAPolicyThatIsBrokenIsToldAtOnce() {
        Map<String, Object> person = new LinkedHashMap<>();
        person.put("familyName", "Quill");
        person.put("givenNames", "Ada");
        person.put("birthDate", "2090-06-02");
        person.put("sex", "FEMALE");
        person.put("language", "en-US");
        person.put("interpreterNeeded", false);
        person.put("timeZone", "America/Nowhere");
        person.put("identifiers", List.of());
        person.put("contactConsent", true);
        person.put("representativeName", "Ben Quill");
        person.put("siteId", "site-nowhere");
        Answer registered = clinic.http().post(Role.SURGICAL_COORDINATOR, "/api/patients", person);
        assertThat(registered.status()).isEqualTo(422);
        assertThat(registered
                        .body()
                        .path("broken")
                        .valueStream()
                        .map(each -> each.path("field").asString()))
                .containsExactly("timeZone", "birthDate", "representativeRelation", "siteId");

        Answer proposed = clinic.http()
                .post(
                        Role.ADMINISTRATOR,
                        "/api/reference/policy-sets/policy-set/propose-policy",
                        Map.of(
                                "version",
                                "default-1",
                                "effectiveFrom",
                                "2025-01-01T00:00:00Z",
                                "rationale",
                                "To see what is wrong with it",
                                "thresholds",
                                List.of(
                                        Map.of("name", "turnoverMinutes", "value", 100_000),
                                        Map.of("name", "nothing", "value", 1))));
        assertThat(proposed.body()
                        .path("broken")
                        .valueStream()
                        .map(each -> each.path("rule").asString()))
                .containsExactly("SEQ-POLICY-VERSION", "THRESHOLD-RANGE", "REF-THRESHOLD");
    }

    @Test
    void aReferralThatIsEnteredLateIsTakenWithItsReason() {
        Map<String, Object> referral = clinic.referral(clinic.registerPatient("Ada Quill"), "Facial palsy");
        referral.put("referredOn", "2024-09-30");
        referral.put("occurredAt", "2024-09-30T08:00:00-07:00");
        Answer unexplained = clinic.http().post(Role.SURGICAL_COORDINATOR, "/api/pathways", referral);
        assertThat(unexplained.text("rule")).isEqualTo("INV-61");
        referral.put("lateReason", "The letter went to the wrong office");
        assertThat(clinic.http()
                        .post(Role.SURGICAL_COORDINATOR, "/api/pathways", referral)
                        .status())
                .isEqualTo(201);
    }

    @Test
    void whatIsNotThereIsNotFound() {
        String pathwayId = clinic.openPathway().text("pathwayId");
        assertThat(clinic.give(Role.SURGEON, pathwayId, "dance", Map.of()).status())
                .isEqualTo(404);
        assertThat(clinic.give(Role.SURGEON, "nobody", "record-goals", goals()).status())
                .isEqualTo(404);
        assertThat(clinic.give(Role.SURGEON, patientId, "record-goals", goals()).status())
                .isEqualTo(404);
        assertThat(clinic.http()
                        .post(
                                Role.ADMINISTRATOR,
                                "/api/reference/facilities/" + pathwayId + "/change-facility",
                                Map.of("name", "A pathway", "zone", "Europe/Berlin", "beds", 6, "flapCapable", true))
                        .status())
                .isEqualTo(404);
        assertThat(clinic.http().get(Role.SURGEON, "/api/nothing").status()).isEqualTo(404);
    }

    @Test
    void theCommandsThatCanBeGivenNowAreOffered() {
        Answer offers = clinic.http()
                .get(Role.SURGEON, "/api/pathways/" + clinic.openPathway().text("pathwayId") + "/commands");
        assertThat(offers.body()
                        .valueStream()
                        .filter(offer -> offer.path("available").asBoolean())
                        .map(offer -> offer.path("command").asString()))
                .contains("record-goals")
                .doesNotContain("schedule-surgery", "decline-referral");
    }

    @Test
    void anyReadCanWaitForAPositionAndNotForEver() {
        Answer opened = clinic.openPathway();
        String position = opened.header("X-Crossface-Position");
        Answer list = clinic.http().get(Role.SURGEON, "/api/pathways", "X-Crossface-Position", position);
        assertThat(list.body()
                        .valueStream()
                        .map(entry -> entry.path("pathwayId").asString()))
                .contains(opened.text("pathwayId"));

        String never = "999999999";
        Answer late = clinic.http()
                .get(Role.SURGEON, "/api/pathways/" + opened.text("pathwayId") + "?after=" + never, "Prefer", "wait=0");
        assertThat(late.status()).isEqualTo(503);
        assertThat(late.text("code")).isEqualTo("position-not-reached");
        assertThat(late.text("remedy")).isNotEmpty();
        assertThat(late.header("Retry-After")).isEqualTo("1");

        Answer malformed = clinic.http().get(Role.SURGEON, "/api/pathways?after=yesterday");
        assertThat(malformed.status()).isEqualTo(400);
        assertThat(malformed.text("field")).isEqualTo("after");
    }

    @Test
    void theListShowsAPathwayAsSoonAsItsPositionIsAskedFor() {
        Answer opened = clinic.openPathway();
        Answer list = clinic.http()
                .get(Role.SURGEON, "/api/pathways?phase=REFERRED&position=" + opened.header("X-Crossface-Position"));

        assertThat(list.status()).as(list.body().toString()).isEqualTo(200);
        assertThat(list.body()
                        .valueStream()
                        .map(entry -> entry.path("pathwayId").asString()))
                .contains(opened.text("pathwayId"));
        assertThat(clinic.http()
                        .get(Role.SURGEON, "/api/pathways?phase=DANCING")
                        .status())
                .isEqualTo(400);
        assertThat(clinic.http().get(Role.BILLING, "/api/pathways").status()).isEqualTo(403);
    }

    @Test
    void onlyAnAdministratorMovesTheClockAndOnlyForward() {
        assertThat(clinic.http()
                        .put(Role.SURGEON, "/api/clock", Map.of("instant", "2024-11-02T00:00:00Z"))
                        .status())
                .isEqualTo(403);
        String before = clinic.http().get(Role.SURGEON, "/api/clock").text("instant");
        Answer back = clinic.http().put(Role.ADMINISTRATOR, "/api/clock", Map.of("instant", "2020-01-01T00:00:00Z"));
        assertThat(back.text("instant")).isGreaterThanOrEqualTo(before);
    }

    private static Map<String, Object> goals() {
        return Map.of("goals", "Smile without thinking", "priorities", List.of("SPONTANEOUS_SMILE"));
    }
}
