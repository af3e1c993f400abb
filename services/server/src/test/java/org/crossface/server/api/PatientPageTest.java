package org.crossface.server.api;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.TimeoutError;
import com.microsoft.playwright.assertions.LocatorAssertions.ContainsTextOptions;
import com.microsoft.playwright.assertions.LocatorAssertions.HasTextOptions;
import com.microsoft.playwright.options.FilePayload;
import com.microsoft.playwright.options.SelectOption;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.crossface.coordination.Bundles;
import org.crossface.platform.api.Role;
import org.crossface.platform.processing.BatchFence;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import tools.jackson.databind.JsonNode;

/** People at the pages of the whole server, each signed in: forms, live views of one another's acts, referrals, what each role may open. */
class PatientPageTest extends RunningServer {

    private static final List<String> CHROMIUM =
            List.of("--no-sandbox", "--disable-gpu", "--disable-background-networking");
    private static final ContainsTextOptions PATIENTLY = new ContainsTextOptions().setTimeout(30_000);

    /** Sends the form on the page twice, as an impatient double click without script would. */
    private static final String SEND_TWICE = """
            async () => {
              const form = document.querySelector("form.form");
              const send = () => fetch(form.action, { method: "POST", body: new URLSearchParams(new FormData(form)) });
              return [(await send()).status, (await send()).status];
            }""";

    private static Playwright playwright;
    private static Browser browser;
    private static boolean standingData;

    private final List<String> console = new CopyOnWriteArrayList<>();

    @LocalServerPort
    private int port;

    @Autowired
    private DataSource dataSource;

    private Clinic clinic;

    @BeforeAll
    static void open() {
        playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        browser = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(Path.of("/usr/bin/chromium"))
                        .setArgs(CHROMIUM));
    }

    @AfterAll
    static void close() {
        playwright.close();
    }

    @BeforeEach
    void standingData() {
        clinic = new Clinic(http());
        if (!standingData) {
            clinic.registerStandingData();
            standingData = true;
        }
    }

    @AfterEach
    void leave() {
        browser.contexts().forEach(BrowserContext::close);
    }

    @Test
    void aRefusedFormKeepsWhatWasTypedAndIsTakenOnceItIsCorrected() {
        String pathway = clinic.openPathway().text("streamId");
        Page page = signedIn("surgeon");
        page.navigate(address("/pathways/" + pathway));
        assertThat(axe(page)).isEmpty();
        assertThat(page.locator("#hist-count").innerText()).startsWith("1 ");

        page.navigate(address("/pathways/" + pathway + "/do/record-assessment"));
        assertThat(axe(page)).isEmpty();
        page.getByLabel("House-Brackmann").fill("6");
        page.getByLabel("Smile excursion").fill("99");
        page.locator("button[name=_save]").click();
        Locator refusal = page.locator("#form-problem");
        refusal.waitFor();
        assertThat(refusal.innerText()).contains("FIELD-RANGE", "Nothing was changed", "-20 to 40 mm");
        assertThat(page.getByLabel("House-Brackmann").inputValue()).isEqualTo("6");
        assertThat(page.getByLabel("Smile excursion").getAttribute("aria-invalid"))
                .isEqualTo("true");
        assertThat(page.getByLabel("Smile excursion")).isFocused();

        page.getByLabel("Smile excursion").fill("0.4");
        page.locator("button[name=_save]").click();
        page.waitForURL("**recorded=record-assessment");
        assertThat(page.locator("#hist-count").innerText()).startsWith("2 ");
        assertThat(page.locator(".hist").innerText()).contains("excursion 0.4 mm");
        assertThat(console).isEmpty();
    }

    @Test
    void everyFaultOfAFormIsToldAtItsFieldAndTheFirstIsFocused() {
        String pathway = clinic.openPathway().text("streamId");
        Page page = signedIn("surgeon");
        page.navigate(address("/pathways/" + pathway + "/do/record-sural-harvest"));
        page.getByLabel("Length", new Page.GetByLabelOptions().setExact(true)).fill("99");
        page.locator("button[name=_save]").click();
        Locator refusal = page.locator("#form-problem");
        assertThat(refusal).containsText("fields are missing or wrong", PATIENTLY);
        assertThat(refusal.innerText()).contains("Length is 99 cm", "FIELD-RANGE", "Technique is missing");
        assertThat(page.locator("#f-lengthCm-error")).containsText("8 to 40 cm");
        assertThat(page.locator("#f-technique-error")).containsText("Technique is missing");
        assertThat(page.locator("#form-card .field.bad")
                        .first()
                        .locator("input, select")
                        .first())
                .isFocused();
        assertThat(page.getByLabel("Length", new Page.GetByLabelOptions().setExact(true))
                        .inputValue())
                .isEqualTo("99");
        assertThat(axe(page)).isEmpty();
        assertThat(console).isEmpty();
    }

    @Test
    void whatOneDoesTheOpenBoardAndPatientPageOfAnotherShowWithoutReload() {
        String pathway = clinic.openPathway().text("streamId");
        Page board = signedIn("surgical-coordinator");
        Page patient = board.context().newPage();
        board.navigate(address("/pathways"));
        patient.navigate(address("/pathways/" + pathway));
        for (Page page : List.of(board, patient)) {
            assertThat(page.locator("[data-live-age]")).containsText("Live", PATIENTLY);
            page.evaluate("() => { window.neverReloaded = true; }");
        }
        patient.locator("#acts-others > summary").click();
        assertThat(board.locator("#lane-REFERRAL #pc-" + pathway)).hasCount(1);

        clinic.give(
                Role.SURGICAL_COORDINATOR,
                pathway,
                "schedule-evaluation",
                Map.of("visitAt", "2024-11-19T09:00:00-08:00", "mode", "IN_PERSON"));

        assertThat(patient.locator(".hist")).containsText("Evaluation scheduled", PATIENTLY);
        assertThat(board.locator("#pc-" + pathway)).containsText("19 Nov", PATIENTLY);
        assertThat(patient.locator("#acts-others").getAttribute("open")).isNotNull();
        for (Page page : List.of(board, patient)) {
            assertThat(page.evaluate("() => window.neverReloaded")).isEqualTo(true);
        }
        assertThat(console).isEmpty();
    }

    @Test
    void anEntryOlderThanADayIsAskedForItsReasonAndSentTwiceItIsOneEntry() {
        String pathway = clinic.openPathway().text("streamId");
        Page page = signedIn("surgeon");
        page.navigate(address("/pathways/" + pathway + "/do/record-assessment"));
        page.getByLabel("House-Brackmann").fill("9");
        assertThat(page.locator("#late")).isHidden();
        page.locator("[name=occurredAt]").fill("2024-10-30T09:00");
        assertThat(page.locator("#late")).isVisible();
        page.locator("button[name=_save]").click();
        Locator refusal = page.locator("#form-problem");
        assertThat(refusal).containsText("2 rules refuse it", PATIENTLY);
        assertThat(refusal.innerText()).contains("INV-61", "Give the reason for the late entry");
        assertThat(page.getByLabel("House-Brackmann")).isFocused();

        page.getByLabel("House-Brackmann").fill("5");
        page.locator("button[name=_save]").click();
        assertThat(refusal).not().containsText("2 rules refuse it", PATIENTLY);
        assertThat(page.locator("#f-late")).isFocused();

        page.locator("#f-late").fill("The paper form lay in the other building");
        page.locator("button[name=_save]").click();
        page.waitForURL("**recorded=record-assessment");
        assertThat(page.locator(".hist").innerText()).contains("Late entry explained");
        int entries = Integer.parseInt(page.locator("#hist-count").innerText().split(" ", 2)[0]);

        page.navigate(address("/pathways/" + pathway + "/do/record-assessment"));
        page.getByLabel("House-Brackmann").fill("4");
        assertThat(page.evaluate(SEND_TWICE)).isEqualTo(List.of(200, 200));
        page.navigate(address("/pathways/" + pathway));
        assertThat(page.locator("#hist-count").innerText()).startsWith((entries + 1) + " ");
    }

    @Test
    void aCoordinatorRefersByFormAndByBundleAndIsToldWhereABundleIsWrong() {
        Page page = signedIn("surgical-coordinator");
        page.navigate(address("/referrals/new"));
        assertThat(axe(page)).isEmpty();
        page.getByLabel("Family name").fill("Lindgren");
        page.getByLabel("Given names").fill("Maj");
        page.locator("[name=sex][value=FEMALE]").check();
        page.locator("[name=contactConsent][value=true]").check();
        page.getByText("Register referral").click();
        assertThat(page.locator("#form-problem").innerText()).contains("Birth date is missing");
        assertThat(page.getByLabel("Family name").inputValue()).isEqualTo("Lindgren");
        page.getByLabel("Birth date").fill("1990-06-02");
        page.getByText("Register referral").click();
        page.waitForURL("**recorded=register-referral");
        assertThat(page.locator("#pt-name").innerText()).isEqualTo("Lindgren, Maj");

        page.navigate(address("/referrals/new"));
        page.locator("#up-file").setInputFiles(new FilePayload[] {
            bundle("good.json", "\"birthDate\":\"1985-03-04\","), bundle("bad.json", "")
        });
        page.getByText("Take the bundles").click();
        String taken = page.locator("#taken").innerText();
        assertThat(taken).contains("good.json", "Taken", "bad.json", "Refused", "birthDate");
        assertThat(axe(page)).isEmpty();
        assertThat(console)
                .as("the browser's note of the refused form, and no complaint of script or policy")
                .singleElement()
                .satisfies(note -> assertThat(note).contains("status of 400"));
    }

    private static FilePayload bundle(String name, String birthDate) {
        String json = """
                {"resourceType":"Bundle","type":"collection","entry":[{"resource":{"resourceType":"Patient",
                "name":[{"family":"Aasen","given":["Liv"]}],%s"gender":"female"}}]}""".formatted(birthDate);
        return new FilePayload(name, "application/fhir+json", json.getBytes(StandardCharsets.UTF_8));
    }

    private static FilePayload known(String name, String given, String phone) {
        String json = """
                {"resourceType":"Bundle","type":"collection","entry":[{"resource":{"resourceType":"Patient",
                "identifier":[{"system":"urn:page","value":"77"}],"name":[{"family":"Ekdahl","given":["%s"]}],
                "telecom":[{"system":"phone","value":"%s"}],"birthDate":"1981-07-08","gender":"female"}}]}""".formatted(given, phone);
        return new FilePayload(name, "application/fhir+json", json.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void thePageAsksWhoABundleIsAboutAndAFormTakesWhatItSaysOtherwise() {
        Page page = signedIn("surgical-coordinator");
        page.navigate(address("/referrals/new"));
        page.locator("#up-file").setInputFiles(known("first.json", "Gun", "+1 555 0100"));
        page.getByText("Take the bundles").click();
        assertThat(page.locator("#taken").innerText()).contains("first.json", "Taken");

        page.locator("#up-file").setInputFiles(known("twin.json", "Eva", "+1 555 0101"));
        page.getByText("Take the bundles").click();
        assertThat(page.locator("#taken").innerText()).contains("twin.json", "givenNames, phone");
        assertThat(axe(page)).isEmpty();
        page.getByText("No, it is somebody else").click();
        page.getByText("Take it so").click();
        assertThat(page.locator("#taken").innerText()).contains("twin.json", "Taken");

        page.locator("#up-file").setInputFiles(known("moved.json", "Gun", "+1 555 0199"));
        page.getByText("Take the bundles").click();
        assertThat(page.locator("#taken").innerText()).contains("moved.json", "Taken", "differs in phone");
        page.getByText("Correct it").click();
        assertThat(page.getByLabel("Phone").inputValue()).isEqualTo("+1 555 0199");
        assertThat(axe(page)).isEmpty();
        page.locator("button[name=_save]").click();
        page.waitForURL("**recorded=correct-contact");
        assertThat(page.locator("#pt-name").innerText()).isEqualTo("Ekdahl, Gun");
    }

    @Test
    void thePrivacyOfficerLinksTwoRegistrationsAndTakesItBack() {
        String one = clinic.http()
                .postText(
                        Role.SURGICAL_COORDINATOR,
                        "/api/referrals?site=site-bayview",
                        registered("Nyberg"),
                        "Content-Type",
                        "application/fhir+json")
                .text("pathwayId");
        clinic.http()
                .postText(
                        Role.SURGICAL_COORDINATOR,
                        "/api/referrals?site=site-bayview",
                        registered("Neuberg").replace("LEFT", "RIGHT"),
                        "Content-Type",
                        "application/fhir+json");
        Page page = signedIn("privacy-officer");
        page.navigate(address("/pathways/" + one + "/do/link-persons"));
        page.locator("[name=otherPatientId]").selectOption(new SelectOption().setLabel("Neuberg, Siv"));
        page.locator("[name=main][value=THIS_PERSON]").check();
        page.getByLabel("Reason").fill("The insurer confirmed that both are one person");
        assertThat(axe(page)).isEmpty();
        page.locator("button[name=_save]").click();
        page.waitForURL("**recorded=link-persons");
        assertThat(page.locator("main").innerText()).contains("Registered also as", "Neuberg, Siv");
        assertThat(axe(page)).isEmpty();

        page.navigate(address("/pathways/" + one + "/do/unlink-persons"));
        page.locator("[name=otherPatientId]").selectOption(new SelectOption().setLabel("Neuberg, Siv"));
        page.getByLabel("Reason").fill("The insurer was wrong about the two");
        page.locator("button[name=_save]").click();
        page.waitForURL("**recorded=unlink-persons");
        assertThat(page.locator("main").innerText()).doesNotContain("Registered also as");
    }

    @Test
    void aVersionOfThePolicyShowsOnWhichPathwaysItActsBeforeTheSecondPersonApprovesIt() {
        String pathway = clinic.openPathway().text("streamId");
        Page proposer = signedIn("administrator");
        proposer.navigate(address("/policy"));
        proposer.locator("summary").last().click();
        proposer.getByText("Propose this version").click();
        assertThat(proposer.locator("#problem").innerText())
                .contains("Version is missing", "Takes effect is missing", "Rationale is missing");
        proposer.locator("[name='threshold.t02DueDays']").fill("5");
        proposer.locator("#p-version").fill("2027-1");
        proposer.getByLabel("Takes effect")
                .fill(LocalDateTime.now(ZoneOffset.UTC)
                        .plusYears(1)
                        .withSecond(0)
                        .withNano(0)
                        .toString());
        proposer.getByLabel("Rationale").fill("First visits are arranged sooner");
        assertThat(axe(proposer)).isEmpty();
        proposer.getByText("Propose this version").click();
        proposer.waitForURL("**/policy/2027-1");
        assertThat(proposer.locator("#chosen").innerText())
                .contains("First visits are arranged sooner", "another person approves it", "reads no pathways");
        assertThat(proposer.getByText("Approve this version").count()).isZero();
        assertThat(axe(proposer)).isEmpty();

        Page second = signedIn("surgeon");
        second.navigate(address("/policy"));
        assertThat(second.locator("#versions").innerText()).contains("2027-1", "Waits for a second person");
        second.locator("#versions a").first().click();
        assertThat(second.locator("#changes").innerText()).contains("t02DueDays", "5");
        assertThat(second.locator("#touched a").evaluateAll("all => all.map(each => each.getAttribute('href')).join()"))
                .asString()
                .contains("/pathways/" + pathway);
        assertThat(second.locator("#touched").innerText()).contains("Book evaluation: due", "so far due");
        assertThat(axe(second)).isEmpty();
        second.getByText("Approve this version").click();
        assertThat(second.locator("#versions").innerText()).contains("Approved for later");
        assertThat(second.getByText("Approve this version").count()).isZero();
        assertThat(second.locator("#versions").innerText()).contains("Osei");

        org.crossface.server.api.Browser billing = browser();
        billing.submit("/sign-in", "username", "billing", "password", "crossface-demo");
        assertThat(billing.get("/policy").statusCode()).isEqualTo(403);
    }

    @Test
    void aFormThatReplacesAListShowsItAndASignatureShowsWhoIsSignedIn() {
        String pathway = clinic.openPathway().text("streamId");
        Page page = signedIn("surgeon");
        page.navigate(address("/pathways/" + pathway + "/do/list-medication"));
        page.locator("[name=noneTaken][value=false]").check();
        page.locator("[name='medicines[0].drug']").fill("Levothyroxine");
        page.locator("[name='medicines[0].dose']").fill("75 ug once a day");
        page.locator("button[name=_save]").click();
        page.waitForURL("**recorded=list-medication");
        page.navigate(address("/pathways/" + pathway + "/do/list-medication"));
        assertThat(page.locator("[name='medicines[0].drug']").inputValue()).isEqualTo("Levothyroxine");
        assertThat(page.locator("[name='medicines[0].dose']").inputValue()).isEqualTo("75 ug once a day");
        assertThat(page.locator("[name=noneTaken]:checked").inputValue()).isEqualTo("false");
        page.navigate(address("/pathways/" + pathway + "/do/reconcile-medication"));
        assertThat(page.locator("[name='medicines[0].drug']").inputValue()).isEqualTo("Levothyroxine");

        page.navigate(address("/pathways/" + pathway + "/do/record-adjunct"));
        assertThat(page.locator("[name=surgeonId]").inputValue()).isEqualTo("surgeon-osei");
        assertThat(page.locator("[name=plannedId]").getAttribute("type"))
                .describedAs("nothing is planned that could be chosen")
                .isEqualTo("hidden");
        page.locator("button[name=_save]").click();
        assertThat(page.locator("#form-problem")).containsText("Procedure is missing", PATIENTLY);
        page.locator("[name=kind]").selectOption("BROW_LIFT");
        page.locator("button[name=_save]").click();
        Locator refusal = page.locator("#form-problem");
        assertThat(refusal).containsText("Side of the face is missing", PATIENTLY);
        assertThat(refusal.innerText())
                .describedAs("the page names no values of the API")
                .doesNotContain("LEFT");
    }

    @Test
    void aFormShowsTheNumbersOfThePersonAndBesideThemTheOneThatABundleBrings() {
        Page page = signedIn("surgical-coordinator");
        page.navigate(address("/referrals/new"));
        page.locator("#up-file").setInputFiles(numbered("one.json", "urn:page", "91", "female"));
        page.getByText("Take the bundles").click();
        page.locator("#up-file").setInputFiles(numbered("two.json", "urn:other", "17", "male"));
        page.getByText("Take the bundles").click();
        page.getByText("Registered person 1").click();
        page.getByText("Take it so").click();
        assertThat(page.locator("#taken").innerText()).contains("differs in identifiers", "differs in sex");
        page.locator("a[href*=correct-identifiers]").click();
        assertThat(page.locator("input[name='identifiers[0]']").inputValue()).isEqualTo("urn:page|91");
        assertThat(page.locator("input[name='identifiers[1]']").inputValue()).isEqualTo("urn:other|17");
        assertThat(axe(page)).isEmpty();
        page.locator("button[name=_save]").click();
        page.waitForURL("**recorded=correct-identifiers");
        page.navigate(page.url().replaceFirst("\\?.*", "/do/correct-identifiers"));
        assertThat(page.locator("input[name='identifiers[1]']").inputValue()).isEqualTo("urn:other|17");
        page.navigate(page.url().replaceFirst("/do/.*", "/do/correct-sex"));
        assertThat(page.locator("input[name=sex]:checked").inputValue()).isEqualTo("FEMALE");
    }

    private static FilePayload numbered(String name, String system, String value, String gender) {
        String json = """
                {"resourceType":"Bundle","type":"collection","entry":[{"resource":{"resourceType":"Patient",
                "identifier":[{"system":"%s","value":"%s"}],"name":[{"family":"Ohlsson","given":["Kim"]}],
                "birthDate":"1982-09-10","gender":"%s"}}]}""".formatted(system, value, gender);
        return new FilePayload(name, "application/fhir+json", json.getBytes(StandardCharsets.UTF_8));
    }

    private static String registered(String family) {
        return """
                {"resourceType":"Bundle","type":"collection","entry":[{"resource":{"resourceType":"Patient","id":"p",
                "name":[{"family":"%s","given":["Siv"]}],"birthDate":"1977-11-12","gender":"female"}},
                {"resource":{"resourceType":"ServiceRequest","status":"active","intent":"order","subject":{"reference":"Patient/p"},
                "bodySite":[{"text":"LEFT"}]}}]}""".formatted(family);
    }

    @Test
    void eachRoleSeesThePagesThatItMayOpenAndNoOther() {
        String pathway = clinic.openPathway().text("streamId");
        Page auditor = signedIn("quality-auditor");
        assertThat(rail(auditor))
                .contains("Today", "Pathways", "Billing", "Audit")
                .doesNotContain("Refer");
        auditor.navigate(address("/audit"));
        assertThat(axe(auditor)).isEmpty();
        auditor.navigate(address("/audit/pathways/" + pathway));
        assertThat(axe(auditor)).isEmpty();
        assertThat(auditor.locator("main").innerText()).contains("Events as recorded", "Ref");

        Page billing = signedIn("billing");
        assertThat(billing.url()).endsWith("/billing");
        assertThat(rail(billing)).containsExactly("Billing");
        assertThat(billing.locator("main").innerText()).contains("No charge yet");
        assertThat(axe(billing)).isEmpty();
        assertThat(console).isEmpty();

        billing.navigate(address("/pathways"));
        assertThat(billing.locator("h1").innerText()).isEqualTo("Not in your role");
        assertThat(axe(billing)).isEmpty();
        Page administrator = signedIn("administrator");
        assertThat(administrator.url()).endsWith("/operations");
        assertThat(axe(administrator)).isEmpty();
        billing.navigate(address("/nowhere"));
        assertThat(billing.locator("h1").innerText()).isEqualTo("Nothing here");
        assertThat(rail(signedIn("surgical-coordinator"))).contains("Refer").doesNotContain("Audit", "Billing");
    }

    @Test
    void theOperationsPageShowsByItselfHowFarABuildOfTheViewsIs() throws SQLException {
        clinic.openPathway();
        Page page = signedIn("administrator");
        try (Connection held = dataSource.getConnection()) {
            held.setAutoCommit(false);
            // Whoever would switch waits for this transaction, as for one that writes the serving views.
            Bundles.ALL.forEach(bundle -> BatchFence.of(
                            JdbcClient.create(new SingleConnectionDataSource(held, true)), bundle.processor())
                    .enter());
            assertThat(page.locator(".filling")).hasCount(0);
            page.getByText("Build all anew").click();
            Locator row = page.locator("#builds tbody tr").first();
            assertThat(row).containsText("Building", PATIENTLY);
            page.evaluate("() => { window.neverReloaded = true; }");
            assertThat(row.locator("td").nth(3))
                    .hasText(
                            Pattern.compile("100 %, ([1-9][0-9,]*) of \\1\\s*$"),
                            new HasTextOptions().setTimeout(30_000));
            assertThat(row.locator("td").nth(4).innerText()).matches("[1-9][0-9,]*");
            assertThat(row.locator("td").nth(5).innerText()).isEqualTo("0 s");
            assertThat(row.locator("progress").getAttribute("value")).isEqualTo("100");
            assertThat(axe(page)).isEmpty();
            JsonNode told = clinic.http()
                    .get(Role.ADMINISTRATOR, "/api/operations/views")
                    .body()
                    .path("builds")
                    .get(0);
            assertThat(told.path("state").asString()).isEqualTo("BUILDING");
            assertThat(told.path("done").asLong())
                    .isPositive()
                    .isEqualTo(told.path("total").asLong());
            assertThat(told.path("rate").asDouble()).isPositive();
            assertThat(told.path("secondsLeft").asInt(-1)).isZero();
            assertThat(row).containsText("Building");
            held.rollback();
        }
        assertThat(page.locator("#builds tbody tr").first()).containsText("Took over", PATIENTLY);
        assertThat(page.evaluate("() => window.neverReloaded")).isEqualTo(true);
        assertThat(console).isEmpty();
    }

    private static List<String> rail(Page page) {
        return page.locator(".rail a.nav").allInnerTexts().stream()
                .map(String::strip)
                .toList();
    }

    private String address(String path) {
        return "http://127.0.0.1:" + port + path;
    }

    private Page signedIn(String user) {
        Page page = browser.newContext().newPage();
        page.onConsoleMessage(message -> console.add(message.text() + " " + message.location()));
        page.navigate(address("/sign-in"));
        page.locator("input[autocomplete=username]").fill(user);
        page.locator("input[type=password]").fill("crossface-demo");
        page.keyboard().press("Enter");
        try {
            page.waitForURL(url -> !url.contains("sign-in"));
        } catch (TimeoutError late) {
            throw new AssertionError(user + " is at " + page.url() + ":\n" + page.content(), late);
        }
        return page;
    }

    private static List<String> axe(Page page) {
        return new AxeBuilder(page)
                .analyze().getViolations().stream().map(each -> each.getId()).toList();
    }
}
