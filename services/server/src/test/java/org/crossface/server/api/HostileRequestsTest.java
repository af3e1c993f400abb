package org.crossface.server.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.crossface.audit.refusals.JdbcRefusals;
import org.crossface.audit.refusals.KeptRefusal;
import org.crossface.platform.api.Role;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Requests that once stopped the server, filled its heap or were answered with 500: each is refused early, and nothing else suffers. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HostileRequestsTest extends RunningServer {

    private static final Duration AT_ONCE = Duration.ofSeconds(2);
    private static final String FHIR = "application/fhir+json";
    private static final String FORM = "application/x-www-form-urlencoded";

    private Clinic clinic = new Clinic(new Http(0));
    private String pathway = "";

    @Autowired
    private JdbcRefusals refusals = noBean();

    @SuppressWarnings({"NullAway", "TypeParameterUnusedInFormals"}) // replaced by Spring before any test
    private static <T> T noBean() {
        return null;
    }

    @BeforeAll
    void openTheClinic() {
        clinic = new Clinic(http());
        clinic.registerStandingData();
        pathway = "/api/pathways/" + clinic.openPathway().text("pathwayId");
    }

    private RawHttp.Answer send(String token, String line, String type, byte[] body) {
        try (RawHttp connection = new RawHttp(port())) {
            return connection
                    .head(
                            line + " HTTP/1.1",
                            token.isEmpty() ? "X-Nobody: 1" : "Authorization: Bearer " + token,
                            type.isEmpty() ? "X-Untyped: 1" : "Content-Type: " + type,
                            "Content-Length: " + body.length)
                    .write(body)
                    .answer();
        }
    }

    private RawHttp.Answer send(String token, String line, String type, String body) {
        return send(token, line, type, body.getBytes(StandardCharsets.UTF_8));
    }

    private static String bundle(String number) {
        return """
                {"resourceType":"Bundle","type":"collection","entry":[{"resource":{"resourceType":"Patient",
                "name":[{"use":"official","family":"Quill","given":["Ada"]}],"gender":"female","birthDate":"1990-06-02",
                "extension":[{"url":"urn:x","valueDecimal":%s}]}}]}""".formatted(number);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1e100000000", "1E+2147483648", "-1e-100000000", "1e99999999999999999999"})
    void aBundleWithANumberOfAHundredMillionDigitsIsRefusedAtOnce(String number) {
        RawHttp.Answer answer = send(
                clinic.http().token(Role.SURGICAL_COORDINATOR),
                "POST /api/referrals?site=site-bayview",
                FHIR,
                bundle(number));
        assertThat(answer.status()).as(answer.body()).isEqualTo(400);
        assertThat(answer.body()).contains("Bundle.entry[0].resource.extension[0].valueDecimal");
        assertThat(answer.after()).isLessThan(AT_ONCE);
    }

    @Test
    void aRoleThatTakesNoReferralsHasNoBundleParsed() {
        RawHttp.Answer answer = send(
                clinic.http().token(Role.THERAPIST),
                "POST /api/referrals?site=site-bayview",
                FHIR,
                bundle("1e100000000"));
        assertThat(answer.status()).isEqualTo(403);
        assertThat(answer.body()).contains("INV-68");
        assertThat(answer.after()).isLessThan(AT_ONCE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1E+2147483648", "1e100000000", "1e999999", "-1E-2147483648"})
    void aNumberThatNoMachineHoldsIsRefusedWithItsField(String number) {
        RawHttp.Answer answer = send(
                clinic.http().token(Role.SURGEON),
                "POST " + pathway + "/record-assessment",
                "application/json",
                "{\"smileExcursionMm\":" + number + "}");
        assertThat(answer.status()).as(answer.body()).isEqualTo(400);
        assertThat(answer.body()).contains("\"field\":\"smileExcursionMm\"");
        assertThat(answer.after()).isLessThan(AT_ONCE);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {"userName":"a\\u0000b","password":"crossface-demo"}                    | userName
            {"userName":"surgeon","password":"crossface\\u0000demo"}                | password
            {"userName":"surgeon\\ud800","password":"crossface-demo"}               | userName
            {"userName":"surgeon","password":"crossface-demo","role":"\\u0000"}     | role
            """)
    void charactersThatAreNoTextAreRefusedWithTheirField(String body, String field) {
        RawHttp.Answer answer = send("", "POST /api/tokens", "application/json", body);
        assertThat(answer.status()).as(answer.body()).isEqualTo(400);
        assertThat(answer.body()).contains("\"field\":\"" + field + "\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"null", "[]", "7", "\"text\"", "", "{", "[null]", "{\"userName\":null}", "\u0000"})
    void aBodyThatIsNoObjectIsABadRequest(String body) {
        for (String path : List.of("/api/tokens", "/api/password")) {
            RawHttp.Answer answer = send("", "POST " + path, "application/json", body);
            assertThat(answer.status()).as(path + " " + answer.body()).isEqualTo(400);
        }
        RawHttp.Answer answer =
                send(clinic.http().token(Role.ADMINISTRATOR), "PUT /api/clock", "application/json", body);
        assertThat(answer.status()).as(answer.body()).isEqualTo(400);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "POST /api/referrals?site=a%00b",
                "GET /api/pathways?phase=%00",
                "GET /api/pathways?position=first",
                "GET /api/pathways?position=99999999999999999999",
                "GET /api/pathways?phase=%ff%fe",
                "GET /api/pathways?phase=%zz",
                "GET /api/pathways?after=%00",
                "POST /api/operations/views/builds/first/cancel",
                "POST /api/operations/views/builds/99999999999999999999/cancel",
                "PATCH /api/clock",
                "POST /api/pathways/%ed%a0%80/record-goals",
            })
    void addressesThatMeanNothingAreTheCallersFault(String line) {
        for (Role role : List.of(Role.ADMINISTRATOR, Role.SURGEON, Role.SURGICAL_COORDINATOR)) {
            RawHttp.Answer answer = send(clinic.http().token(role), line, "application/json", "{}");
            assertThat(answer.status())
                    .as(role + " " + line + " " + answer.body())
                    .isBetween(400, 499);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/pathways?q=%00",
                "/pathways?due=soon",
                "/pathways?surgeon=a%00b",
                "/pathways/cards",
                "/pathways/cards?ids=%00",
                "/pathways.csv?q=%00",
                "/today?date=%00",
                "/audit?q=%00",
                "/billing?state=%00",
                "/sign-in?wait=a-while",
                "/operations/dead-letters/x?payload=perhaps",
            })
    void pagesRefuseWhatTheyCannotRead(String path) {
        for (String user : List.of("surgical-coordinator", "quality-auditor", "billing", "administrator")) {
            Browser browser = browser();
            browser.submit("/sign-in", "username", user, "password", "crossface-demo");
            assertThat(browser.get(path).statusCode()).as(user + " " + path).isBetween(400, 499);
        }
    }

    @Test
    void aNulInTheSignInFormIsRefused() {
        RawHttp.Answer answer = send("", "POST /sign-in", FORM, "username=a%00b&password=crossface-demo&role=%00");
        assertThat(answer.status()).isBetween(400, 499);
        assertThat(answer.body()).doesNotContain("Exception");
    }

    @ParameterizedTest
    @ValueSource(strings = {"multipart/form-data", "multipart/form-data; boundary=", "multipart/mixed; boundary=x"})
    void aMultipartBodyWithoutABoundaryIsTheCallersFault(String type) {
        Browser browser = browser();
        browser.submit("/sign-in", "username", "surgical-coordinator", "password", "crossface-demo");
        for (String path : List.of("/referrals/bundles", "/referrals/new", "/sign-in", "/nowhere")) {
            try (RawHttp connection = new RawHttp(port())) {
                RawHttp.Answer answer = connection
                        .head(
                                "POST " + path + " HTTP/1.1",
                                "Cookie: " + browser.cookie(),
                                "Content-Type: " + type,
                                "Content-Length: 9")
                        .write("--x\r\n\r\n\r\n".getBytes(StandardCharsets.UTF_8))
                        .answer();
                assertThat(answer.status()).as(path + " " + answer.body()).isBetween(400, 499);
            }
        }
    }

    @Test
    void aSessionCookieThatPostgresqlCannotHoldIsNoSession() {
        try (RawHttp connection = new RawHttp(port())) {
            RawHttp.Answer answer = connection
                    .head("GET /today HTTP/1.1", "Cookie: crossface-session=AAAAAAAA")
                    .answer();
            assertThat(answer.status()).isEqualTo(302);
        }
    }

    @Test
    void bodiesOfNinetyMegabytesWithoutASignInAreNotRead() throws InterruptedException, ExecutionException {
        int size = 90_000_000;
        long before = usedHeap();
        List<Future<Integer>> sent = new ArrayList<>();
        try (var senders = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < 8; i++) {
                boolean chunked = i % 2 == 1;
                sent.add(senders.submit(() -> pour(size, chunked)));
            }
            for (Future<Integer> each : sent) {
                assertThat(each.get()).isEqualTo(413);
            }
        }
        assertThat(clinic.http().get(Role.SURGEON, "/api/clock").status()).isEqualTo(200);
        assertThat(usedHeap() - before).as("bytes of heap").isLessThan(30_000_000);
    }

    /** Sends a body of so many bytes, as long as the server takes it. */
    private int pour(int size, boolean chunked) {
        byte[] piece = "a".repeat(64_000).getBytes(StandardCharsets.UTF_8);
        byte[] chunk = ("fa00\r\n" + "a".repeat(64_000) + "\r\n").getBytes(StandardCharsets.UTF_8);
        try (RawHttp connection = new RawHttp(port())) {
            connection.head(
                    "POST /api/tokens HTTP/1.1",
                    "Content-Type: application/json",
                    chunked ? "Transfer-Encoding: chunked" : "Content-Length: " + size);
            connection.write((chunked ? "1\r\n\"\r\n" : "\"").getBytes(StandardCharsets.UTF_8));
            for (int done = 0; done < size && !connection.hasAnswer(); done += piece.length) {
                if (!connection.offer(chunked ? chunk : piece)) {
                    break;
                }
            }
            return connection.answer().status();
        }
    }

    private static long usedHeap() {
        System.gc();
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "POST /api/pathways",
                "POST /api/patients",
                "POST /api/referrals",
                "PUT /api/clock",
                "POST /api/operations/dead-letters/retry",
                "POST /api/nothing",
                "POST /referrals/bundles",
                "POST /referrals/new",
                "POST /change-password",
                "PUT /today",
                "DELETE /today",
                "POST /nothing",
            })
    void nobodysBodyIsRead(String line) {
        for (String type : List.of("application/json", FORM, "multipart/form-data; boundary=x")) {
            RawHttp.Answer answer = withoutItsBody("", line, type, 1_000_000);
            assertThat(answer.status()).as(type).isIn(302, 401, 403);
        }
    }

    @Test
    void theAuthorityOfTheRoleIsAskedBeforeTheBodyIsReadAndTheRefusalIsKept() {
        String therapist = clinic.http().token(Role.THERAPIST);
        RawHttp.Answer answer =
                withoutItsBody(therapist, "POST " + pathway + "/record-goals", "application/json", 1_000);
        assertThat(answer.status()).isEqualTo(403);
        assertThat(answer.body())
                .contains("INV-68", "Everyone does what the authority table gives their role.", "Surgeon");
        assertThat(refusals.ofStream(pathway.substring("/api/pathways/".length())))
                .filteredOn(kept -> answer.header("X-Request-Id").equals(kept.request()))
                .singleElement()
                .satisfies(kept -> {
                    assertThat(kept.command()).isEqualTo("RecordGoals");
                    assertThat(kept.role()).isEqualTo("THERAPIST");
                    assertThat(kept.actor()).isEqualTo("user-therapist");
                    assertThat(kept.patientId()).isNotNull();
                })
                .extracting(KeptRefusal::sentence)
                .asString()
                .contains("authority table");
    }

    @ParameterizedTest
    @CsvSource({
        "SURGEON, record-goals, application/json, 300000, 413",
        "SURGEON, record-goals, text/plain, 100, 415",
        "SURGEON, record-goals, application/x-www-form-urlencoded, 100, 415",
        "SURGEON, record-goals, application/json;charset=utf-16, 100, 415",
        "SURGEON, record-goals, ;;;, 100, 415",
    })
    void sizeAndContentTypeAreCheckedBeforeTheBodyIsRead(
            Role role, String command, String type, int length, int status) {
        RawHttp.Answer answer =
                withoutItsBody(clinic.http().token(role), "POST " + pathway + "/" + command, type, length);
        assertThat(answer.status()).as(answer.body()).isEqualTo(status);
        assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
        assertThat(answer.header("Connection")).isEqualToIgnoringCase("close");
    }

    /** The answer to a request whose body waits for "100 Continue": whoever reads the body sends that first. */
    private RawHttp.Answer withoutItsBody(String token, String line, String type, int length) {
        try (RawHttp connection = new RawHttp(port())) {
            return connection
                    .head(
                            line + " HTTP/1.1",
                            token.isEmpty() ? "X-Nobody: 1" : "Authorization: Bearer " + token,
                            "Content-Type: " + type,
                            "Expect: 100-continue",
                            "Content-Length: " + length)
                    .answer();
        }
    }

    @Test
    void aBodyThatTricklesIsGivenUp() {
        long began = System.nanoTime();
        try (RawHttp connection = new RawHttp(port())) {
            connection.head("POST /api/tokens HTTP/1.1", "Content-Type: application/json", "Content-Length: 4000");
            await().pollInterval(Duration.ofMillis(200))
                    .atMost(Duration.ofSeconds(20))
                    .until(() -> {
                        connection.offer(new byte[] {' '});
                        return connection.hasAnswer();
                    });
            RawHttp.Answer answer = connection.answer();
            assertThat(answer.status()).isEqualTo(408);
            assertThat(answer.body()).contains("\"code\"");
        }
        assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(12));
    }
}
