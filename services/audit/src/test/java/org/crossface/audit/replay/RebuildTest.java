package org.crossface.audit.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.axonframework.config.Configuration;
import org.axonframework.spring.messaging.unitofwork.SpringTransactionManager;
import org.crossface.coordination.ViewChanges;
import org.crossface.coordination.ViewPositions;
import org.crossface.coordination.rebuild.ViewBuild;
import org.crossface.coordination.rebuild.ViewBuilder;
import org.crossface.coordination.rebuild.ViewBuilds;
import org.crossface.coordination.testing.TestViews;
import org.crossface.coordination.testing.TextbookPathway;
import org.crossface.coordination.views.Bundle;
import org.crossface.pathway.patient.ErasureBasis;
import org.crossface.pathway.patient.PatientRegistered;
import org.crossface.pathway.patient.Sex;
import org.crossface.pathway.patient.SubjectErased;
import org.crossface.pathway.policy.Policies;
import org.crossface.pathway.policy.Policy;
import org.crossface.pathway.vocabulary.FaceSide;
import org.crossface.pathway.vocabulary.PathwayEvent;
import org.crossface.platform.loops.Loops;
import org.crossface.platform.processing.DeadLetterProcessor;
import org.crossface.platform.processing.DeadLetters;
import org.crossface.platform.processing.ParallelWork;
import org.crossface.platform.testing.TestEventStore;
import org.crossface.platform.testing.TestPostgres;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Views that are built beside the serving ones, with the real processors on a real database. */
@SuppressWarnings("NullAway.Init") // set before each test
class RebuildTest {

    private static final Bundle VIEWS = TestViews.TOGETHER;
    private static final Duration LONG_ENOUGH = Duration.ofSeconds(90);
    private static final int PATHWAYS = 2;
    private static final int MOST_DURING = 100;

    private final TestPostgres postgres = TestPostgres.with(TestViews.schemas());
    private final JdbcClient jdbc = postgres.serverJdbc();
    private final TestEventStore store = TestEventStore.on(postgres);
    private final TestEventStore otherNode = TestEventStore.on(postgres);
    private final ViewBuilds builds = new ViewBuilds(postgres.server(), postgres.endpoint());
    private final ViewPositions positions = TestViews.positions(jdbc, ViewChanges.ofOneNode(), List.of(VIEWS));
    private final ExecutorService aside = Executors.newVirtualThreadPerTaskExecutor();
    private final Loops loops = new Loops();
    private Configuration axon;
    private Configuration otherAxon;

    @BeforeEach
    void buildTheServingViews() {
        TestViews.keep(
                store.configurer(),
                postgres.server(),
                store.engine(),
                ViewChanges.ofOneNode(),
                List.of(VIEWS),
                at -> Policy.defaults());
        for (int n = 1; n <= PATHWAYS; n++) {
            append("pathway-" + n);
        }
        axon = store.start();
        otherAxon = otherNode.start();
        awaitServing();
    }

    @AfterEach
    void stop() {
        aside.shutdownNow();
        otherNode.close();
        store.close();
        postgres.close();
    }

    private static List<PathwayEvent> facts(String pathwayId) {
        return TextbookPathway.facts(pathwayId, "P-" + pathwayId, FaceSide.LEFT, LocalDate.of(2025, 1, 14), "OR-1");
    }

    private void append(String pathwayId) {
        append(pathwayId, facts(pathwayId));
    }

    private void append(String pathwayId, List<PathwayEvent> facts) {
        for (int from = 0; from < facts.size(); from += 10) {
            store.append(
                    "CarePathway",
                    pathwayId,
                    "patient-of-" + pathwayId,
                    facts.subList(from, Math.min(facts.size(), from + 10)).toArray());
        }
    }

    private void awaitServing() {
        await().atMost(LONG_ENOUGH)
                .until(() -> positions.reached() == store.engine().horizon());
    }

    private ViewBuilder builder(TestEventStore node, Configuration configuration, int batch) {
        return builder(node, configuration, batch, at -> Policy.defaults());
    }

    /** @param policies asked for whenever a row is computed */
    private ViewBuilder builder(TestEventStore node, Configuration configuration, int batch, Policies policies) {
        return TestViews.builder(
                postgres,
                List.of(VIEWS),
                node,
                configuration.eventStore(),
                new ParallelWork(4, batch),
                policies,
                loops);
    }

    private List<ViewDifference> differences() {
        return new ReplayComparison(
                        postgres.endpoint(),
                        postgres.server(),
                        store.engine(),
                        at -> Policy.defaults(),
                        List.of(VIEWS),
                        new PrintStream(OutputStream.nullOutputStream(), true, StandardCharsets.UTF_8))
                .run()
                .differences();
    }

    private ViewBuild.State state(ViewBuild build) {
        return builds.find(build.number()).orElseThrow().state();
    }

    private long events() {
        return jdbc.sql("SELECT count(*) FROM view_timeline.timeline")
                .query(Long.class)
                .single();
    }

    private List<String> owners(ViewBuild build) {
        return jdbc.sql(
                        "SELECT DISTINCT owner FROM processing.token_entry WHERE processor_name = ? AND owner IS NOT NULL")
                .param(build.processor())
                .query(String.class)
                .list();
    }

    private long segmentsOf(ViewBuild build) {
        return jdbc.sql("SELECT count(*) FROM processing.token_entry WHERE processor_name = ?")
                .param(build.processor())
                .query(Long.class)
                .single();
    }

    private boolean nextExists() {
        return jdbc.sql(
                        "SELECT count(*) > 0 FROM pg_namespace WHERE nspname IN ('view_board_next', 'view_board_former')")
                .query(Boolean.class)
                .single();
    }

    /** Streams of patients and pathways in turns, each patient's in one part of a build. */
    private void appendPatientsOfSeveralStreams() {
        for (int n = 1; n <= 6; n++) {
            String patient = "patient-" + n;
            store.append("Patient", patient, patient, registered(patient));
            append(patient, "left-" + n, facts("left-" + n).subList(0, 20));
            append(patient, "right-" + n, facts("right-" + n).subList(0, 20));
            if (n > 3) {
                store.append("Patient", patient, patient, erased(patient));
            }
            append(patient, "left-" + n, facts("left-" + n).subList(20, 30));
        }
    }

    @Test
    void twoNodesBuildWhileEventsComeAndPeopleReadAndTheResultIsWhatTheHistorySays() {
        appendPatientsOfSeveralStreams();
        awaitServing();
        postgres.ownerJdbc()
                .sql(
                        "UPDATE view_board.board SET card = jsonb_set(card, '{tinelMm}', '99') WHERE pathway_id = 'pathway-1'")
                .update();
        assertThat(differences()).as("the comparison sees a wrong row").hasSize(1);

        AtomicBoolean reading = new AtomicBoolean(true);
        CompletableFuture<Long> smallestGrowth = CompletableFuture.supplyAsync(() -> readUntil(reading), aside);
        ViewBuild build = builds.start(VIEWS, "tester");
        assertThatThrownBy(() -> builds.start(VIEWS, "second")).isInstanceOf(ViewBuilds.AlreadyBuilding.class);
        CompletableFuture<Boolean> shared = CompletableFuture.supplyAsync(() -> appendUntilShared(build), aside);
        AtomicInteger rowsHere = new AtomicInteger();
        AtomicInteger rowsThere = new AtomicInteger();
        ViewBuilder here = builder(store, axon, 1, counting(rowsHere));
        ViewBuilder there = builder(otherNode, otherAxon, 1, counting(rowsThere));
        here.start();
        there.start();
        assertThat(shared.join()).as("two nodes have segments").isTrue();
        await().atMost(LONG_ENOUGH).until(() -> state(build) == ViewBuild.State.SERVING);
        append("after-the-switch");
        awaitServing();
        reading.set(false);
        here.stop();
        there.stop();

        assertThat(jdbc.sql("SELECT patient_id FROM view_patient.patient WHERE erased ORDER BY 1")
                        .query(String.class)
                        .list())
                .containsExactly("patient-4", "patient-5", "patient-6");
        assertThat(rowsHere).as("rows that the one node computed").hasPositiveValue();
        assertThat(rowsThere).as("rows that the other one computed").hasPositiveValue();
        assertThat(smallestGrowth.join()).as("no reader saw less than before").isNotNegative();
        assertThat(differences()).isEmpty();
        assertThat(nextExists()).isFalse();
        assertThat(builds.find(build.number()).orElseThrow().percent()).isEqualTo(100);
        await().atMost(LONG_ENOUGH).until(() -> segmentsOf(build) == 0);
    }

    private static Policies counting(AtomicInteger rows) {
        return at -> {
            rows.incrementAndGet();
            return Policy.defaults();
        };
    }

    /** Keeps the build busy until both nodes work at it. */
    private boolean appendUntilShared(ViewBuild build) {
        for (int n = 0; n < MOST_DURING; n++) {
            append("during-" + n);
            if (owners(build).size() == 2) {
                return true;
            }
        }
        return false;
    }

    /** Reads as long as it may; the smallest step from one count to the next. */
    private long readUntil(AtomicBoolean reading) {
        long smallest = Long.MAX_VALUE;
        long before = events();
        while (reading.get()) {
            long now = events();
            smallest = Math.min(smallest, now - before);
            before = now;
            LockSupport.parkNanos(Duration.ofMillis(2).toNanos());
        }
        return smallest;
    }

    @Test
    void aBuildGoesOnWhereItWasWhenItsNodeDied() throws SQLException {
        ViewBuild build = builds.start(VIEWS, "tester");
        ViewBuilder dies = builder(store, axon, 1);
        dies.start();
        await().atMost(LONG_ENOUGH)
                .until(() -> builds.find(build.number()).orElseThrow().done() > 10
                        || state(build) == ViewBuild.State.SERVING);
        dies.stop();
        assertThat(state(build)).isEqualTo(ViewBuild.State.BUILDING);
        long atDeath = jdbc.sql("SELECT count(*) FROM view_timeline_next.timeline")
                .query(Long.class)
                .single();
        postgres.ownerJdbc()
                .sql("UPDATE processing.token_entry SET owner = 'the-dead', timestamp = '2020-01-01T00:00:00Z'"
                        + " WHERE processor_name = ?")
                .param(build.processor())
                .update();
        postgres.ownerJdbc()
                .sql("COMMENT ON TABLE view_board_next.board IS 'the same table as before'")
                .update();
        // As a node leaves it that dies right after the switch of an earlier build.
        postgres.ownerJdbc()
                .sql("CREATE SCHEMA IF NOT EXISTS view_board_former;"
                        + " CREATE TABLE view_board_former.left_behind (id text)")
                .update();

        ViewBuilder takesOver = builder(otherNode, otherAxon, 200);
        try (Connection backup = postgres.owner().getConnection();
                Statement reading = backup.createStatement()) {
            backup.setAutoCommit(false);
            reading.execute("TABLE view_board_former.left_behind");
            takesOver.start();
            await().atMost(LONG_ENOUGH)
                    .until(() -> builds.find(build.number()).orElseThrow().done()
                            >= store.engine().horizon());
            // With what it could not tidy up it neither hangs nor stops the writers of the serving views.
            append("late", "late-1", facts("late-1").subList(0, 5));
            awaitServing();
            assertThat(loops.lastBeats()).noneMatch(Loops.LastBeat::isLate);
            assertThat(state(build)).isEqualTo(ViewBuild.State.BUILDING);
        }
        await().atMost(LONG_ENOUGH).until(() -> state(build) == ViewBuild.State.SERVING);
        takesOver.stop();

        assertThat(atDeath).isPositive();
        assertThat(jdbc.sql("SELECT obj_description('view_board.board'::regclass)")
                        .query(String.class)
                        .single())
                .isEqualTo("the same table as before");
        assertThat(jdbc.sql("SELECT to_regclass('view_board_former.left_behind') IS NULL")
                        .query(Boolean.class)
                        .single())
                .isTrue();
        assertThat(differences()).isEmpty();
    }

    @Test
    void aCancelledBuildLeavesNothingOnWhicheverNodesAndTheNextOneSucceeds() {
        ViewBuild build = builds.start(VIEWS, "tester");
        AtomicInteger rowsHere = new AtomicInteger();
        AtomicInteger rowsThere = new AtomicInteger();
        ViewBuilder here = builder(store, axon, 1, counting(rowsHere));
        ViewBuilder there = builder(otherNode, otherAxon, 1, counting(rowsThere));
        here.start();
        there.start();
        assertThat(appendUntilShared(build)).as("two nodes have segments").isTrue();
        await().atMost(LONG_ENOUGH).until(() -> rowsHere.get() > 0 && rowsThere.get() > 0);
        assertThat(builds.cancel(build.number(), "tester")).isTrue();
        assertThat(builds.cancel(build.number(), "tester")).as("twice").isFalse();

        assertThat(state(build)).isEqualTo(ViewBuild.State.CANCELLED);
        assertThat(nextExists()).isFalse();
        await().atMost(LONG_ENOUGH).until(() -> loops.lastBeats().size() == 2 && segmentsOf(build) == 0);
        here.stop();
        there.stop();
        assertThat(leftOf(build)).isZero();
        awaitServing();
        assertThat(differences()).isEmpty();

        ViewBuild next = builds.start(VIEWS, "tester");
        ViewBuilder again = builder(store, axon, 200);
        again.start();
        await().atMost(LONG_ENOUGH).until(() -> state(next) == ViewBuild.State.SERVING);
        again.stop();
        assertThat(differences()).isEmpty();
        assertThat(leftOf(build)).isZero();
        assertThat(lettersOf(VIEWS.processor())).isEmpty();
    }

    /** Rows of every kind that a build has anywhere but in its own schema. */
    private long leftOf(ViewBuild build) {
        return jdbc.sql("""
                        SELECT (SELECT count(*) FROM processing.token_entry WHERE processor_name = :processor)
                             + (SELECT count(*) FROM processing.dead_letter WHERE processing_group = :processor)
                             + (SELECT count(*) FROM processing.parked_letter WHERE processing_group = :processor)
                             + (SELECT count(*) FROM processing.retry_wanted WHERE processing_group = :processor)
                             + (SELECT count(*) FROM views.worker WHERE build = :build)""")
                .param("processor", build.processor())
                .param("build", build.number())
                .query(Long.class)
                .single();
    }

    @Test
    void aLetterThatOnlyTheBuildHasHoldsThatPatientBackAfterTheSwitchUntilItIsTriedAgain() {
        List<PathwayEvent> facts =
                TextbookPathway.facts("late", "P-late", FaceSide.LEFT, LocalDate.of(2035, 1, 14), "OR-1");
        Instant unknown = facts.get(30).occurredAt().toInstant();
        int split = facts.size() - 5;
        append("late", facts.subList(0, split));
        awaitServing();

        ViewBuild build = builds.start(VIEWS, "tester");
        // Not the node that serves: it learns of the switch from the database alone.
        ViewBuilder there = builder(otherNode, otherAxon, 200, at -> {
            if (!at.isBefore(unknown)) {
                throw new IllegalStateException("The new release cannot compute this");
            }
            return Policy.defaults();
        });
        there.start();
        await().atMost(LONG_ENOUGH).until(() -> state(build) == ViewBuild.State.SERVING);
        there.stop();
        int waiting = lettersOf(VIEWS.processor()).size();
        assertThat(waiting).as("set aside by the build").isPositive();
        append("late", facts.subList(split, facts.size()));
        append("after-the-switch");
        awaitServing();

        assertThat(lettersOf(VIEWS.processor())).hasSize(waiting + 5);
        assertThat(jdbc.sql("SELECT count(*) FROM view_timeline.timeline WHERE pathway_id = 'late'")
                        .query(Integer.class)
                        .single())
                .isEqualTo(split - waiting);
        DeadLetters letters =
                new DeadLetters(jdbc, new TransactionTemplate(new JdbcTransactionManager(postgres.server())));
        DeadLetterProcessor letterProcessor = new DeadLetterProcessor(
                axon,
                store.engine(),
                new SpringTransactionManager(new JdbcTransactionManager(postgres.server())),
                letters,
                jdbc,
                Duration.ofDays(1),
                loops);
        assertThat(letters.retryAll(VIEWS.processor(), "tester")).isEqualTo(1);
        assertThat(letterProcessor.poll()).isEqualTo(waiting + 5);
        assertThat(lettersOf(VIEWS.processor())).isEmpty();
        assertThat(differences()).isEmpty();
    }

    private void append(String patient, String pathwayId, List<PathwayEvent> facts) {
        store.append("CarePathway", pathwayId, patient, facts.toArray());
    }

    private static PatientRegistered registered(String patientId) {
        return new PatientRegistered(
                patientId,
                "registration",
                facts("any").getFirst().occurredAt(),
                "Larsen",
                "Ida",
                "1990-06-02",
                Sex.FEMALE,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                "en",
                false,
                "America/Denver",
                null,
                true);
    }

    private static SubjectErased erased(String patientId) {
        return new SubjectErased(
                patientId, "erasure", facts("any").getLast().occurredAt(), ErasureBasis.PATIENT_REQUEST);
    }

    @Test
    void theLettersOfTheBuildReplaceThoseThatItMakesObsolete() {
        jdbc.sql("""
                        INSERT INTO eventstore.event (sequence_number, time, aggregate_id, aggregate_type, event_id, payload_type,
                                                      payload_revision, payload, metadata)
                        VALUES (1000, ?, 'pathway-1', 'CarePathway', 'unreadable', 'tests.known-to-nobody', '1', '{}',
                                '{"patient":"patient-of-pathway-1"}')""").param(Timestamp.from(Instant.EPOCH)).update();
        await().atMost(LONG_ENOUGH).until(() -> lettersOf(VIEWS.processor()).equals(List.of("unreadable")));
        jdbc.sql("""
                        INSERT INTO processing.dead_letter (dead_letter_id, processing_group, sequence_identifier, sequence_index,
                               message_type, event_identifier, timestamp, payload_type, payload, enqueued_at, cause_type)
                        SELECT 'obsolete', processing_group, 'obsolete', 0, message_type, 'obsolete', timestamp, payload_type, payload,
                               enqueued_at, cause_type FROM processing.dead_letter""").update();

        ViewBuild build = builds.start(VIEWS, "tester");
        ViewBuilder here = builder(store, axon, 200);
        here.start();
        await().atMost(LONG_ENOUGH).until(() -> state(build) == ViewBuild.State.SERVING);
        here.stop();

        assertThat(lettersOf(VIEWS.processor())).containsExactly("unreadable");
        assertThat(lettersOf(build.processor())).isEmpty();
        assertThat(differences()).isEmpty();
    }

    private List<String> lettersOf(String group) {
        return jdbc.sql("SELECT event_identifier FROM processing.dead_letter WHERE processing_group = ?")
                .param(group)
                .query(String.class)
                .list();
    }
}
