package org.crossface.server.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.crossface.audit.access.JdbcAccessLog;
import org.crossface.audit.refusals.JdbcRefusals;
import org.crossface.audit.refusals.KeptRefusal;
import org.crossface.audit.replay.ReplayComparison;
import org.crossface.coordination.Bundles;
import org.crossface.coordination.ViewPositions;
import org.crossface.pathway.policy.approval.EventSourcedPolicies;
import org.crossface.pathway.scheduling.booking.ScheduleSurgery;
import org.crossface.pathway.story.Step;
import org.crossface.pathway.story.WrittenStory;
import org.crossface.pathway.vocabulary.FaceSide;
import org.crossface.platform.api.AccessLog.Access;
import org.crossface.platform.api.Role;
import org.crossface.platform.eventstore.PostgresEventStorageEngine;
import org.crossface.platform.eventstore.StoreCheck;
import org.crossface.platform.schema.PostgresProperties;
import org.crossface.platform.testing.TestServers;
import org.crossface.server.api.Http.Answer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.context.TestPropertySource;
import tools.jackson.databind.JsonNode;

/**
 * The stories of patients, in {@code stories/} of the module pathway, through HTTP on one server: each at its own dates, all of them in the
 * order of time as in a clinic, and every command sent twice under one key. What a story promises and nothing can show yet stands in
 * {@code docs/pending-assertions.md}.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestPropertySource(properties = "crossface.roles=web,command,projection,billing")
class PatientStoriesTest extends RunningServer {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    /** Two patients who want the same room at the same time (SC-14). */
    private static final List<String> RIVALS = List.of("SC-14 first", "SC-14 second");

    private static final LocalDate RIVALS_DAY = LocalDate.of(2027, 7, 14);

    private final Map<String, Story> stories = new LinkedHashMap<>();
    private final Map<String, Throwable> broken = new TreeMap<>();

    @DynamicPropertySource
    static void kafka(DynamicPropertyRegistry properties) {
        properties.add("crossface.kafka.bootstrap-servers", TestServers::kafka);
        properties.add("crossface.kafka.topic-prefix", TestServers::newTopicPrefix);
    }

    /** A step of a story. */
    private record Told(String story, Step step) {

        private OffsetDateTime at() {
            return step.at();
        }
    }

    @BeforeAll
    void play() {
        Clinic clinic = new Clinic(http());
        clinic.registerStandingData();
        List<Told> all = Stream.of(
                        tell(clinic, "SC-02", "Ivo Lang", "OR-1", FaceSide.RIGHT, LocalDate.of(2025, 3, 18)),
                        tell(clinic, "SC-06", "Tom Reyes", "OR-2", FaceSide.LEFT, LocalDate.of(2025, 3, 11)),
                        tell(clinic, "SC-09", "Mara Stein", "OR-3", FaceSide.LEFT, LocalDate.of(2026, 4, 14)),
                        // The story begins in 2024, before the demonstration's clock; its days are those of the year
                        // after.
                        tell(clinic, "SC-11", "Lucia Ortega", "OR-2", FaceSide.RIGHT, LocalDate.of(2025, 9, 10)),
                        tell(clinic, "SC-14", "Nora Fell", "OR-2", FaceSide.LEFT, LocalDate.of(2025, 6, 3)),
                        tell(clinic, "SC-17", "Pia Holm", "OR-1", FaceSide.LEFT, LocalDate.of(2025, 5, 13)),
                        untilBooking(clinic, RIVALS.getFirst(), "Eva First"),
                        untilBooking(clinic, RIVALS.getLast(), "Eva Second"))
                .flatMap(List::stream)
                .sorted(Comparator.comparing(Told::at))
                .toList();
        // Right before the last step of SC-17, which records the authorization.
        OffsetDateTime authorised = all.stream()
                .filter(told -> told.story().equals("SC-17"))
                .map(Told::at)
                .sorted(Comparator.reverseOrder())
                .skip(1)
                .findFirst()
                .orElseThrow();
        for (Told told : all) {
            if (!broken.containsKey(told.story())) {
                try {
                    if (told.story().equals("SC-17") && told.step().at().isAfter(authorised)) {
                        theChargesOfStageTwoAreHeld();
                        authorised = OffsetDateTime.MAX;
                    }
                    of(told.story()).play(told.step());
                } catch (AssertionError | RuntimeException e) {
                    broken.put(told.story(), e);
                }
            }
        }
    }

    private List<Told> tell(
            Clinic clinic, String name, String patient, String room, FaceSide paralysed, LocalDate stageOne) {
        stories.put(name, Story.sentTwice(clinic, patient, room));
        return WrittenStory.ofPatient(name.toLowerCase(Locale.ROOT)).steps(paralysed, stageOne).stream()
                .map(step -> new Told(name, step))
                .toList();
    }

    private List<Told> untilBooking(Clinic clinic, String name, String patient) {
        stories.put(name, Story.sentTwice(clinic, patient, "OR-2"));
        return WrittenStory.textbook().steps(FaceSide.LEFT, RIVALS_DAY).stream()
                .filter(step -> step.refusedBy() == null)
                .takeWhile(step -> step.command().type() != ScheduleSurgery.class)
                .map(step -> new Told(name, step))
                .toList();
    }

    private Story of(String name) {
        return Objects.requireNonNull(stories.get(name), name);
    }

    @ParameterizedTest
    @ValueSource(strings = {"SC-02", "SC-06", "SC-09", "SC-11", "SC-14", "SC-17"})
    void theStoryIsAsItIsTold(String name, @Autowired ApplicationContext context) {
        Throwable failure = broken.get(name);
        if (failure != null) {
            throw new AssertionError(name + " broke off: " + failure.getMessage(), failure);
        }
        Story story = of(name);
        List<KeptRefusal> refusals = context.getBean(JdbcRefusals.class).ofStream(story.pathwayId());
        // A number out of its range does not reach a rule; it is not a refusal of one.
        assertThat(refusals).hasSizeGreaterThanOrEqualTo(story.refusedByRules());
        assertThat(refusals).allSatisfy(refusal -> {
            assertThat(refusal.actor()).isNotBlank();
            assertThat(refusal.rule()).isNotBlank();
        });
        String patientId = story.state().path("patientId").asString();
        List<Access> readBefore = readsOf(patientId, context);
        List<String> facts = story.facts();
        assertThat(facts).hasSizeGreaterThanOrEqualTo(story.accepted());
        assertThat(readsOf(patientId, context))
                .as("each read of the record is one row of the audit")
                .hasSize(readBefore.size() + 1)
                .containsAll(readBefore)
                .allSatisfy(read -> {
                    assertThat(read.actor()).isNotBlank();
                    assertThat(read.purpose()).isNotBlank();
                    assertThat(read.outcome()).isEqualTo("SHOWN");
                });
    }

    private static List<Access> readsOf(String patientId, ApplicationContext context) {
        return context.getBean(JdbcAccessLog.class)
                .ofPatient(patientId, Instant.parse("2020-01-01T00:00:00Z"), Instant.parse("2040-01-01T00:00:00Z"));
    }

    /** SC-17: the correction reverses the charge of the short graft; the second operation waits for its authorization. */
    @Test
    void theChargesFollowTheRecord() {
        Story story = of("SC-17");
        await().atMost(PATIENCE).untilAsserted(() -> {
            List<JsonNode> charges = charges(story);
            assertThat(charges)
                    .filteredOn(charge -> charge.path("stage").asInt() == 1)
                    .filteredOn(charge -> charge.path("claim").asString().equals("PROFESSIONAL"))
                    .extracting(
                            charge -> charge.path("graftLengthBand").asString(),
                            charge -> charge.path("state").asString())
                    .containsExactly(tuple("AT_MOST_4_CM", "REVERSED"), tuple("OVER_4_CM", "RELEASED"));
            assertThat(charges)
                    .filteredOn(charge -> charge.path("stage").asInt() == 2)
                    .extracting(charge -> charge.path("state").asString() + charge.path("heldFor"))
                    .isNotEmpty()
                    .containsOnly("RELEASED[]");
        });
    }

    private void theChargesOfStageTwoAreHeld() {
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(charges(of("SC-17")))
                        .filteredOn(charge -> charge.path("stage").asInt() == 2)
                        .extracting(charge -> charge.path("state").asString() + charge.path("heldFor"))
                        .isNotEmpty()
                        .allSatisfy(held -> assertThat(held).startsWith("HELD").contains("AUTHORISATION_MISSING")));
    }

    /** SC-09: what was called off before the theatre is not charged, and what was stopped under anesthesia is, as stopped. */
    @Test
    void whatWasDoneAndWhatWasStoppedUnderAnesthesiaAreChargedAndWhatWasCalledOffIsNot() {
        Story story = of("SC-09");
        JsonNode cases = story.state().path("cases");
        String stopped = cases.path(2).path("caseId").asString();
        String done = cases.path(3).path("caseId").asString();
        assertThat(cases.path(2).path("discontinued").asBoolean()).isTrue();
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(charges(story))
                        .extracting(charge -> charge.path("caseId").asString() + " "
                                + charge.path("claim").asString())
                        .containsExactlyInAnyOrder(
                                stopped + " PROFESSIONAL",
                                stopped + " FACILITY",
                                done + " PROFESSIONAL",
                                done + " FACILITY"));
    }

    private List<JsonNode> charges(Story story) {
        Answer answer = http().get(Role.BILLING, "/api/charges?pathwayId=" + story.pathwayId());
        assertThat(answer.status()).as(answer.body().toString()).isEqualTo(200);
        return answer.body().valueStream().toList();
    }

    /** SC-14: one of two bookings of the same room at the same time is taken, the other refused by INV-59. */
    @Test
    void oneOfTwoBookingsAtTheSameTimeIsTaken() throws Exception {
        Step booking = WrittenStory.textbook().steps(FaceSide.LEFT, RIVALS_DAY).stream()
                .filter(step -> step.command().type() == ScheduleSurgery.class && step.refusedBy() == null)
                .findFirst()
                .orElseThrow();
        new Clinic(http()).moveTo(booking.at().toInstant());
        List<Callable<Answer>> both = RIVALS.stream()
                .map(name -> (Callable<Answer>) () -> of(name).give(booking))
                .toList();
        try (ExecutorService threads = Executors.newFixedThreadPool(2)) {
            List<Answer> answers = threads.invokeAll(both).stream()
                    .map(PatientStoriesTest::answerOf)
                    .sorted(Comparator.comparingInt(Answer::status))
                    .toList();
            assertThat(answers.getFirst().status())
                    .as(answers.getFirst().body().toString())
                    .isEqualTo(200);
            assertThat(answers.getLast().status())
                    .as(answers.getLast().body().toString())
                    .isIn(409, 422);
            assertThat(answers.getLast().text("rule")).isEqualTo("INV-59");
        }
    }

    private static Answer answerOf(Future<Answer> future) {
        return future.resultNow();
    }

    /** SC-14: of two commands for one version of the pathway the second is told of the conflict, and may be sent again. */
    @Test
    void aCommandForAnOlderVersionIsAConflict() {
        Story story = of("SC-14");
        long version = story.state().path("sequence").asLong();
        String attempt = "/api/pathways/" + story.pathwayId() + "/record-contact-attempt";
        Map<String, String> body = Map.of("channel", "PHONE", "outcome", "NO_ANSWER", "occurredAt", now());
        String match = "\"" + version + "\"";
        assertThat(http().post(Role.AFTERCARE_NURSE, attempt, body, "If-Match", match)
                        .status())
                .isEqualTo(200);
        assertThat(http().post(Role.AFTERCARE_NURSE, attempt, body, "If-Match", match)
                        .status())
                .isEqualTo(412);
        String next = "\"" + story.state().path("sequence").asLong() + "\"";
        assertThat(http().post(Role.AFTERCARE_NURSE, attempt, body, "If-Match", next)
                        .status())
                .isEqualTo(200);
    }

    private String now() {
        return http().get(Role.ADMINISTRATOR, "/api/clock").text("instant");
    }

    /** Assertions 1, 2 and 5 of all stories. */
    @Test
    void aReplayMakesTheSameViewsAndNothingLeavesTwice(@Autowired ApplicationContext context) throws Exception {
        JdbcClient jdbc = context.getBean(JdbcClient.class);
        String outbox = outbox(jdbc);
        long last = jdbc.sql("SELECT max(position) FROM eventstore.event")
                .query(Long.class)
                .single();
        assertThat(context.getBean(ViewPositions.class).awaitPosition(last, PATIENCE))
                .isTrue();
        assertThat(new ReplayComparison(
                                context.getBean(PostgresProperties.class).endpoint(),
                                context.getBean(DataSource.class),
                                context.getBean(PostgresEventStorageEngine.class),
                                new EventSourcedPolicies(context.getBean(EventStore.class), Clock.systemUTC()),
                                Bundles.ALL,
                                System.out)
                        .run()
                        .isEqual())
                .isTrue();
        assertThat(new StoreCheck(jdbc).findings()).allMatch(StoreCheck.Finding::holds);
        assertThat(outbox(jdbc)).isEqualTo(outbox);
        assertThat(outbox)
                .doesNotContainIgnoringCase("airway", "smile", "photo", "sunnybrook", "Quill", "Lang", "Holm", "smell");
    }

    /** All that was charged, as text. */
    private static String outbox(JdbcClient jdbc) {
        return String.join(
                "\n",
                jdbc.sql("SELECT to_jsonb(c)::text FROM billing.charge c ORDER BY 1")
                        .query(String.class)
                        .list());
    }
}
