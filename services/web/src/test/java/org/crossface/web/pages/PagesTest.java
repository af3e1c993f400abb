package org.crossface.web.pages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.crossface.coordination.ViewChanged;
import org.crossface.coordination.ViewChanges;
import org.crossface.pathway.health.AllergiesListed;
import org.crossface.pathway.health.Allergy;
import org.crossface.pathway.health.AllergySeverity;
import org.crossface.pathway.oversight.ConcernKind;
import org.crossface.pathway.oversight.ConcernRaised;
import org.crossface.pathway.surgery.events.DrugGiven;
import org.crossface.pathway.surgery.vocabulary.Antibiotic;
import org.crossface.pathway.surgery.vocabulary.DrugPurpose;
import org.crossface.platform.api.AccessLog;
import org.crossface.platform.loops.Loops;
import org.crossface.web.pages.live.LiveStreams;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The pages over HTTP on a real database. */
class PagesTest {

    private static final HttpClient client = HttpClient.newHttpClient();
    private static PagesTestServer server = PagesTestServer.start();

    @BeforeAll
    static void populate() {
        server.populate();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    private static HttpResponse<String> get(String path, String... headers) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(server.url() + path));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    @Test
    void theBoardShowsEveryLaneAndEveryoneInIt() throws Exception {
        String page = get("/pathways").body();

        assertThat(page).contains("1 Referral", "5 Nerve growing", "9 Completed", "60 of 60 pathways");
        assertThat(page.split("class=\"pc\"", -1)).hasSize(61);
        assertThat(page).contains("Larsen, Jan").doesNotContain("<script>", "style=\"");
    }

    @Test
    void initialsNameNobody() throws Exception {
        String board = get("/pathways?names=initials").body();
        String today = get("/today?names=initials").body();

        assertThat(board).contains("L. J.").doesNotContain("Larsen");
        assertThat(today).contains("L. J.").doesNotContain("Larsen", "Grant, Lea");
    }

    @Test
    void aFilterInTheAddressHoldsForPageTableAndExport() throws Exception {
        assertThat(get("/pathways?lane=DECISION").body()).contains("2 of 60 pathways");
        assertThat(get("/pathways?q=P-0296&layout=table").body()).contains("1 of 60 pathways", "Moreau, Rui");
        assertThat(get("/pathways.csv?q=P-0296").body().lines()).hasSize(2);
    }

    @Test
    void theTheatreDayTellsTheLadderTheLateRoomAndWhatDischargeNeeds() throws Exception {
        String page = get("/today").body();

        assertThat(page).contains("Bayview Surgical Center", "3 patients", "OR-2 runs 2 h 42 min late");
        assertThat(page).contains("Aldrete 9", "Teach-back", "2 h 12 min");
        assertThat(get("/today?date=2031-01-01").body()).contains("No operation on this day");
    }

    @Test
    void theTheatreDayTellsAllergiesConcernsAndWhenTheAntibioticIsDueAgain() throws Exception {
        assertThat(get("/today").body()).contains("not listed").doesNotContain("near miss", "antibiotic");
        String caseId = server.caseInTheatre("pathway-01");
        OffsetDateTime now = PagesTestServer.NOW.atOffset(ZoneOffset.UTC);
        server.project(List.of(
                new AllergiesListed(
                        "pathway-01",
                        "allergies",
                        now,
                        false,
                        List.of(new Allergy("Penicillin", null, AllergySeverity.ANAPHYLAXIS))),
                new ConcernRaised(
                        "pathway-01",
                        "concern",
                        now,
                        ConcernKind.NEAR_MISS,
                        caseId,
                        null,
                        "INV-04",
                        "MakeIncision",
                        List.of()),
                new DrugGiven(
                        "pathway-01",
                        "dose",
                        now.minusHours(5),
                        caseId,
                        DrugPurpose.ANTIBIOTIC,
                        Antibiotic.CEFAZOLIN,
                        null,
                        "2 g",
                        null)));

        String page = get("/today").body();
        assertThat(page).contains("Penicillin: anaphylaxis", ": near miss", "antibiotic is due again", "since 13:12");

        server.project(List.of(new DrugGiven(
                "pathway-01", "next", now, caseId, DrugPurpose.ANTIBIOTIC, Antibiotic.CEFAZOLIN, null, "2 g", null)));
        assertThat(get("/today").body()).contains("antibiotic again later", "at 18:12");
    }

    @Test
    void everyReadIsRecordedWithThePatientsItShowed() throws Exception {
        int before = server.accesses.size();
        get("/pathways?q=P-0296");

        List<AccessLog.Access> made = server.accesses.subList(before, server.accesses.size());
        assertThat(made).singleElement().satisfies(access -> {
            assertThat(access.resource()).isEqualTo("clinical/board");
            assertThat(access.patientIds()).containsExactly("patient-of-pathway-04");
            assertThat(access.outcome()).isEqualTo("SHOWN");
        });
    }

    @Test
    void theWorklistShowsWhatIsDueOfOnesRoleAndOpensTheVeryCommand() throws Exception {
        String page = get("/worklist").body();

        assertThat(page)
                .contains("Surgical coordinator, ", "Mine, 0", "Everyone, ", "Overdue", "Planned")
                .contains("/do/snooze-task?task=T-", "_back=%2Fworklist", "/do/claim-task")
                .contains("href=\"/worklist\" aria-current=\"page\"", " due</span>")
                .doesNotContain("<script>", "style=\"");
        assertThat(get("/worklist?whose=mine").body()).contains("Nothing to do");
        assertThat(get("/worklist?section=PLANNED").body()).contains("Planned").doesNotContain(" late</");
        assertThat(get("/worklist?start=nothing").body()).contains("Overdue");
        assertThat(get("/worklist", "X-Role", "THERAPIST").body()).contains("/do/record-therapy-session?");
        assertThat(get("/worklist/waiting").body()).contains("class=\"count\"").doesNotContain("Larsen");
        assertThat(get("/worklist", "X-Role", "BILLING", "Accept", "text/html").statusCode())
                .isEqualTo(403);
    }

    @Test
    void everyPageOfTheWorklistFollowsTheOneBefore() throws Exception {
        String first = get("/worklist?whose=all").body();
        Matcher next = Pattern.compile("class=\"more\" href=\"([^\"]*)\"").matcher(first);
        assertThat(next.find()).isTrue();
        String second = get(next.group(1).replace("&amp;", "&")).body();

        assertThat(tasks(first)).hasSize(60).doesNotContainAnyElementsOf(tasks(second));
        assertThat(tasks(second)).isNotEmpty();
    }

    private static List<String> tasks(String page) {
        return Pattern.compile("<li class=\"task\"[^>]* id=\"([^\"]*)\"")
                .matcher(page)
                .results()
                .map(found -> found.group(1))
                .toList();
    }

    @Test
    void theWorklistRecordsTheReadWithItsPatients() throws Exception {
        int before = server.accesses.size();
        get("/worklist");

        assertThat(server.accesses.subList(before, server.accesses.size()))
                .extracting(AccessLog.Access::resource)
                .containsExactly("clinical/worklist", "clinical/worklist/done");
        assertThat(server.accesses.get(before).patientIds()).isNotEmpty();
    }

    @Test
    void anAdministratorIsShownNoPatient() throws Exception {
        HttpResponse<String> answer = get("/pathways", "X-Role", "ADMINISTRATOR", "Accept", "text/html");

        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(answer.body()).contains("Not in your role").doesNotContain("Larsen");
    }

    @Test
    void theStreamTellsOnlyIdsAndPositionsAndTheCardIsFetchedAnew() throws Exception {
        List<String> heard = new CopyOnWriteArrayList<>();
        CompletableFuture<HttpResponse<Stream<String>>> stream = client.sendAsync(
                HttpRequest.newBuilder(URI.create(server.url() + "/events")).build(),
                HttpResponse.BodyHandlers.ofLines());
        CompletableFuture<Void> reading =
                stream.thenAcceptAsync(answer -> answer.body().forEach(heard::add));
        await().atMost(Duration.ofSeconds(30)).until(() -> heard.contains("event:beat"));

        server.next("pathway-03");

        await().atMost(Duration.ofSeconds(30)).until(() -> heard.contains("event:change"));
        assertThat(heard)
                .anyMatch(line -> line.startsWith("data:{\"view\":\"board\",\"id\":\"pathway-03\",\"position\":"));
        assertThat(String.join("\n", heard)).doesNotContain("P-0297", "Novotny");
        assertThat(get("/pathways/cards?ids=pathway-03").body())
                .contains("id=\"pc-pathway-03\"", "data-lane=\"EVALUATION\"", "P-0297", "2 of 5");
        Loops loops = server.bean(Loops.class);
        assertThat(loops.lastBeats()).extracting(Loops.LastBeat::name).contains("live heartbeat");
        server.bean(LiveStreams.class).stop();
        assertThat(loops.lastBeats()).extracting(Loops.LastBeat::name).doesNotContain("live heartbeat");
        await().atMost(Duration.ofSeconds(10)).until(reading::isDone);
        server.bean(LiveStreams.class).start();
    }

    @Test
    void aStreamThatCannotKeepUpIsEndedSoThatItsBrowserFetchesAllAnew() throws Exception {
        LiveStreams streams = server.bean(LiveStreams.class);
        await().atMost(Duration.ofSeconds(30)).until(() -> streams.count() == 0);
        try (Socket slow = new Socket()) {
            slow.setReceiveBufferSize(4_096);
            slow.connect(new InetSocketAddress(
                    InetAddress.getLoopbackAddress(), URI.create(server.url()).getPort()));
            slow.getOutputStream()
                    .write("GET /events HTTP/1.1\r\nHost: crossface\r\nConnection: close\r\n\r\n"
                            .getBytes(StandardCharsets.US_ASCII));
            await().atMost(Duration.ofSeconds(30)).until(() -> streams.count() == 1);

            ViewChanges changes = server.bean(ViewChanges.class);
            List<ViewChanged> pathways = IntStream.range(0, 100_000)
                    .mapToObj(number -> new ViewChanged("board", "unread-" + number, 0))
                    .toList();
            await().atMost(Duration.ofSeconds(60)).until(() -> {
                changes.publish("live", pathways, 0);
                return streams.count() == 0;
            });

            slow.setSoTimeout(30_000);
            assertThat(slow.getInputStream().readAllBytes()).asString().endsWith("\r\n0\r\n\r\n");
        }
    }

    @Test
    void whatStandsStillMayBeKeptByBrowsersForAYear() throws Exception {
        String page = get("/sign-in").body();
        String css = page.replaceAll("(?s).*href=\"(/look/tokens-[0-9a-f]+\\.css)\".*", "$1");

        HttpResponse<String> answer = get(css);
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Cache-Control"))
                .hasValueSatisfying(value -> assertThat(value).contains("31536000"));
        assertThat(answer.body()).contains("inter-latin-var-");
    }
}
