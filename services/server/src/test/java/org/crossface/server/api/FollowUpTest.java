package org.crossface.server.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.crossface.platform.api.Role;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;
import tools.jackson.databind.JsonNode;

/** Time passes on a server that is told to move its clock: what nobody did is recorded, once. */
@TestPropertySource(properties = "crossface.roles=web,command,projection,automation")
class FollowUpTest extends RunningServer {

    private static final Duration PATIENTLY = Duration.ofSeconds(60);

    @Autowired
    private JdbcClient jdbc;

    @Test
    void aReferralThatNobodyAnswersBecomesOverdueAndIsEscalated() {
        Clinic clinic = new Clinic(http());
        clinic.registerStandingData();
        String pathway = clinic.openPathway().text("streamId");
        await().atMost(PATIENTLY).untilAsserted(() -> assertThat(deadlines()).isOne());
        assertThat(lateness(pathway)).isEmpty();
        Browser coordinator = browser();
        coordinator.submit("/sign-in", "username", "surgical-coordinator", "password", "crossface-demo");
        assertThat(coordinator.submit("/account", "address", "nobody at home").statusCode())
                .isEqualTo(302);
        assertThat(coordinator.get("/account").body()).contains("This is no mail address");
        coordinator.submit("/account", "address", "coordinator@example.org", "role", Role.SURGICAL_COORDINATOR.code());
        assertThat(coordinator.get("/account").body()).contains("coordinator@example.org", "checked");
        assertThat(coordinator.get("/escalations").body()).doesNotContain("Take in hand");

        moveClock(START.plus(Duration.ofDays(120)));
        await().atMost(PATIENTLY)
                .untilAsserted(() -> assertThat(lateness(pathway))
                        .hasSizeGreaterThanOrEqualTo(4)
                        .contains("oversight.task-overdue", "oversight.task-escalated"));
        await().atMost(PATIENTLY).untilAsserted(() -> assertThat(due()).isZero());
        List<String> recorded = lateness(pathway);
        // It is four in the morning where the patient is.
        assertThat(messages(pathway)).isEmpty();
        // Nothing more becomes late within a day, and nothing is recorded twice.
        moveClock(START.plus(Duration.ofDays(121)).plus(Duration.ofHours(6)));
        await().atMost(PATIENTLY).untilAsserted(() -> assertThat(due()).isZero());
        assertThat(lateness(pathway)).isEqualTo(recorded);

        // The patient was written to, but has no address; the coordinator has one, and this server has no mail server.
        await().atMost(PATIENTLY)
                .untilAsserted(() -> assertThat(messages(pathway))
                        .contains("correspondence.message-requested", "correspondence.message-failed"));
        await().atMost(PATIENTLY)
                .untilAsserted(() -> assertThat(outbox("WAITING")).isNotEmpty().allSatisfy(message -> {
                    assertThat(message.path("kind").asString()).isEqualTo("escalation");
                    assertThat(message.path("userId").asString()).isNotEmpty();
                }));
        assertThat(outbox("NO_ADDRESS"))
                .isNotEmpty()
                .allSatisfy(
                        message -> assertThat(message.path("kind").asString()).isEqualTo("evaluation-not-booked"));
        Browser auditor = browser();
        auditor.submit("/sign-in", "username", "quality-auditor", "password", "crossface-demo");
        assertThat(auditor.get("/operations/outbox").body())
                .contains("No mail server is configured", "Evaluation not booked");
        String letter =
                "/operations/outbox/" + outbox("WAITING").getFirst().path("id").asString();
        assertThat(auditor.get(letter).body()).doesNotContain("coordinator@example.org");
        assertThat(auditor.get(letter + "?letter=true").body()).contains("coordinator@example.org");
        await().atMost(PATIENTLY)
                .untilAsserted(
                        () -> assertThat(coordinator.get("/escalations").body()).contains("Take in hand"));
    }

    private List<JsonNode> outbox(String state) {
        return http().get(Role.ADMINISTRATOR, "/api/operations/outbox?state=" + state)
                .body()
                .path("messages")
                .valueStream()
                .toList();
    }

    private List<String> messages(String pathway) {
        return jdbc.sql(
                        "SELECT payload_type FROM eventstore.event WHERE aggregate_id = ? AND payload_type LIKE 'correspondence.%'")
                .param(pathway)
                .query(String.class)
                .list();
    }

    private void moveClock(Instant to) {
        assertThat(http().put(Role.ADMINISTRATOR, "/api/clock", Map.of("instant", to.toString()))
                        .status())
                .isEqualTo(200);
    }

    private List<String> lateness(String pathway) {
        return jdbc.sql(
                        "SELECT payload_type FROM eventstore.event WHERE aggregate_id = ? AND payload_type LIKE 'oversight.task-%' ORDER BY position")
                .param(pathway)
                .query(String.class)
                .list();
    }

    private long deadlines() {
        return jdbc.sql("SELECT count(*) FROM deadlines.deadline WHERE name = 'pathway'")
                .query(Long.class)
                .single();
    }

    private long due() {
        return jdbc.sql("""
                        SELECT count(*) FROM deadlines.deadline
                         WHERE at <= clock_timestamp() + (SELECT offset_ms FROM domain_time.clock) * interval '1 millisecond'""").query(Long.class).single();
    }
}
