package org.crossface.server.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.crossface.platform.api.Role;
import org.crossface.server.api.Http.Answer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import tools.jackson.databind.JsonNode;

/**
 * The night of 3 November 2024 in Los Angeles, when the clocks go from 02:00 back to 01:00: the time between occurs twice. On 9 March 2025 they
 * go from 02:00 forward to 03:00. The clock of the server moves forward only, so the tests have an order.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class LocalTimesTest extends RunningServer {

    private static final Pattern HIDDEN = Pattern.compile("name=\"(_key|_version)\"[^>]*value=\"([^\"]*)\"");

    private Clinic clinic = new Clinic(new Http(0));
    private String pathwayId = "";

    @BeforeAll
    void openTheClinic() {
        clinic = new Clinic(http());
        clinic.registerStandingData();
        pathwayId = clinic.openPathway().text("pathwayId");
    }

    private String form() {
        return "/pathways/" + pathwayId + "/do/record-goals";
    }

    private Browser surgeon() {
        Browser browser = browser();
        browser.submit("/sign-in", "username", "surgeon", "password", "crossface-demo");
        return browser;
    }

    private HttpResponse<String> send(Browser browser, String... times) {
        Matcher hidden = HIDDEN.matcher(browser.get(form()).body());
        assertThat(hidden.find()).isTrue();
        String key = hidden.group(2);
        assertThat(hidden.find()).isTrue();
        String version = hidden.group(2);
        String[] fields = new String[8 + times.length];
        String[] own = {"_key", key, "_version", version, "goals", "Smile without thinking", "priorities", "EYE"};
        System.arraycopy(own, 0, fields, 0, own.length);
        System.arraycopy(times, 0, fields, own.length, times.length);
        return browser.submit(form(), fields);
    }

    private String lastTime() {
        List<JsonNode> facts = clinic.http()
                .get(Role.SURGEON, "/api/pathways/" + pathwayId + "/facts")
                .body()
                .valueStream()
                .toList();
        assertThat(facts.getLast().path("event").asString()).contains("goals");
        return facts.getLast().path("fact").path("occurredAt").asString();
    }

    @Test
    @Order(1)
    void aTimeIsSentWithTheOffsetThatWasShown() {
        clinic.moveTo(Instant.parse("2024-11-03T08:30:00Z"));
        Browser browser = surgeon();
        assertThat(browser.get(form()).body())
                .contains(
                        "name=\"_shown.occurredAt\" value=\"2024-11-03T01:3",
                        "-07:00\"",
                        "now UTC-07:00",
                        "UTC-07:00, the first time");
        HttpResponse<String> sent =
                send(browser, "occurredAt", "2024-11-03T01:30", "_shown.occurredAt", "2024-11-03T01:30-07:00");
        assertThat(sent.statusCode()).as(sent.body()).isEqualTo(302);
        assertThat(lastTime()).startsWith("2024-11-03T01:30").endsWith("-07:00");
    }

    @Test
    @Order(2)
    void anHourThatOccursTwiceIsAskedFor() {
        clinic.moveTo(Instant.parse("2024-11-03T18:00:00Z"));
        Browser browser = surgeon();
        HttpResponse<String> asked =
                send(browser, "occurredAt", "2024-11-03T01:45", "_shown.occurredAt", "2024-11-03T10:00-08:00");
        assertThat(asked.statusCode()).isEqualTo(400);
        assertThat(asked.body())
                .contains("01:45 on 3 Nov 2024 in America/Los_Angeles occurs twice")
                .contains("UTC-07:00, the first time", "UTC-08:00, the second time");

        HttpResponse<String> sent = send(browser, "occurredAt", "2024-11-03T01:45", "_offset.occurredAt", "-08:00");
        assertThat(sent.statusCode()).as(sent.body()).isEqualTo(302);
        assertThat(lastTime()).startsWith("2024-11-03T01:45").endsWith("-08:00");
        assertThat(send(browser, "occurredAt", "2024-11-03T01:45", "_offset.occurredAt", "+09:00")
                        .statusCode())
                .as("an offset of another zone chooses nothing")
                .isEqualTo(400);
        assertThat(send(browser, "occurredAt", "2024-11-03T01:45", "_offset.occurredAt", "early")
                        .statusCode())
                .isEqualTo(400);
    }

    @Test
    @Order(3)
    void anHourThatDoesNotExistIsRefused() {
        HttpResponse<String> refused = send(surgeon(), "occurredAt", "2025-03-09T02:30");
        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.body())
                .contains("02:30 on 9 Mar 2025 in America/Los_Angeles does not exist")
                .contains("Give a time before 02:00 or from 03:00 on");
    }

    @Test
    @Order(4)
    void aClientIsToldWhichTimesItCanHaveMeant() {
        Answer answer = clinic.give(
                Role.SURGEON,
                pathwayId,
                "record-goals",
                Map.of("goals", "Smile", "priorities", List.of("EYE"), "occurredAt", "2024-11-03T01:45"));
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.text("field")).isEqualTo("occurredAt");
        assertThat(answer.text("remedy")).isEqualTo("Give 2024-11-03T01:45-07:00 or 2024-11-03T01:45-08:00");
    }
}
