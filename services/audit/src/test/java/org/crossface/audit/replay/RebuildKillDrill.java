package org.crossface.audit.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.File;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.awaitility.core.ConditionFactory;
import org.crossface.coordination.Bundles;
import org.crossface.coordination.ViewChanges;
import org.crossface.coordination.ViewPositions;
import org.crossface.coordination.rebuild.FailPoint;
import org.crossface.coordination.rebuild.ViewBuild;
import org.crossface.coordination.rebuild.ViewBuild.State;
import org.crossface.coordination.rebuild.ViewBuilds;
import org.crossface.coordination.testing.TestViews;
import org.crossface.coordination.testing.TextbookPathway;
import org.crossface.pathway.policy.Policy;
import org.crossface.pathway.vocabulary.FaceSide;
import org.crossface.platform.drill.DurablePostgres;
import org.crossface.platform.eventstore.EventNames;
import org.crossface.platform.personal.KeyEncryptionKey;
import org.crossface.platform.schema.PostgresEndpoint;
import org.crossface.platform.schema.SchemaMigrator;
import org.crossface.platform.testing.TestEventStore;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/**
 * A node in a process of its own is killed with SIGKILL in the middle of a build of the views, again and again. The serving views stay as
 * they are; the build goes on where it was, or is given up without a trace. Another node projects the serving views while PostgreSQL is
 * crashed and its backends are killed. Run it with {@code make drill-rebuild}.
 */
@Tag("drill")
@SuppressWarnings("NullAway.Init") // set before each test
class RebuildKillDrill {

    private static final int KILLS = Integer.getInteger("crossface.drill.kills", 3);
    private static final int PATHWAYS = Integer.getInteger("crossface.drill.pathways", 340);
    private static final int LONGEST_PAUSE_MILLIS = 700;
    private static final List<String> VIEWS =
            List.of("view_board.board", "view_theatre_day.theatre_day", "view_timeline.timeline", "views.progress");

    private static final int ROUNDS = 6;
    /** Events that the views may be behind before more are appended: so many that they always have work. */
    private static final int MOST_BEHIND = 70_000;
    /** Backends of the node. */
    private static final String ANY = "usename = 'crossface_server' AND application_name NOT IN ('drill', 'compare')";
    /** Those in a transaction that has read or written views. */
    private static final String PROJECTING = ANY + " AND xact_start IS NOT NULL AND query LIKE '%view!_%' ESCAPE '!'";

    private final RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom")
            .create(Long.getLong("crossface.drill.seed", System.nanoTime()));
    private final JsonMapper json = JsonMapper.shared();

    @TempDir
    private Path home;

    private DurablePostgres postgres;
    private PostgresEndpoint endpoint;
    private JdbcClient jdbc;
    private TestEventStore store;
    private ViewBuilds builds;
    private int nodes;

    private static ConditionFactory within(Duration limit) {
        return await().pollInterval(Duration.ofMillis(10)).atMost(limit);
    }

    @BeforeEach
    void fill() {
        postgres = DurablePostgres.start(home.resolve("postgres"));
        endpoint = postgres.endpoint();
        new SchemaMigrator(endpoint, List.of(TestViews.schemas())).migrate();
        var connections = postgres.pool("drill", 10, "");
        jdbc = JdbcClient.create(connections);
        store = TestEventStore.on(
                connections,
                KeyEncryptionKey.in(home.resolve("keys").resolve("kek.json")),
                EventNames.scan("org.crossface"),
                options -> options);
        builds = new ViewBuilds(connections, endpoint);
        for (int n = 0; n < PATHWAYS; n++) {
            append("pathway-" + n);
        }
    }

    @AfterEach
    void stop() {
        store.close();
        postgres.close();
    }

    private void append(String pathwayId) {
        store.append(
                "CarePathway",
                pathwayId,
                "patient-of-" + pathwayId,
                TextbookPathway.facts(pathwayId, "P-" + pathwayId, FaceSide.LEFT, LocalDate.of(2025, 1, 14), "OR-1")
                        .toArray());
    }

    @Test
    void aBuildGoesOnAfterEachDeathAndOneThatIsGivenUpLeavesNothing() throws Exception {
        withNode(node -> awaitServing());
        jdbc.sql("UPDATE view_board.board SET card = jsonb_set(card, '{tinelMm}', '99') WHERE pathway_id = 'pathway-1'")
                .update();
        assertThat(differences()).as("the comparison sees a wrong row").isEqualTo(1);
        String serving = serving();

        ViewBuild build = builds.start(Bundles.LIVE, "drill");
        long before = -1;
        for (int kill = 1; kill <= KILLS; kill++) {
            long least = before;
            withNode(node -> killInTheMiddle(node, build, least));
            assertThat(state(build)).isEqualTo(State.BUILDING);
            assertThat(serving()).as("what people read").isEqualTo(serving);
            long reached = reached(build);
            assertThat(reached).as("no committed work is done again").isGreaterThanOrEqualTo(before);
            System.out.printf(
                    "kill %d at position %,d of %,d%n",
                    kill, reached, store.engine().horizon());
            before = reached;
            if (kill == 1) {
                postgres.superuser()
                        .sql("COMMENT ON TABLE view_board_next.board IS 'the same table as before'")
                        .update();
            }
        }
        withNode(node -> {
            append("after-the-deaths");
            within(Duration.ofMinutes(5)).until(() -> state(build) == State.SERVING);
            awaitServing();
        });
        assertThat(jdbc.sql("SELECT obj_description('view_board.board'::regclass)")
                        .query(String.class)
                        .single())
                .isEqualTo("the same table as before");
        assertThat(differences()).isZero();

        String healed = serving();
        ViewBuild givenUp = builds.start(Bundles.LIVE, "drill");
        withNode(node -> killInTheMiddle(node, givenUp, -1));
        assertThat(builds.cancel(givenUp.number(), "drill")).isTrue();
        assertThat(left(givenUp)).as("what is left of it").isZero();
        assertThat(serving()).isEqualTo(healed);

        ViewBuild next = builds.start(Bundles.LIVE, "drill");
        withNode(node -> within(Duration.ofMinutes(5)).until(() -> state(next) == State.SERVING));
        assertThat(differences()).isZero();
        System.out.printf("%d deaths, 0 rows differ%n", KILLS + 1);
    }

    @Test
    void whoeverDiesInTheMiddleOfTheSwitchLeavesTheOlderViewsOrTheNewOnes() throws Exception {
        withNode(node -> awaitServing());
        jdbc.sql("UPDATE view_board.board SET card = jsonb_set(card, '{tinelMm}', '99') WHERE pathway_id = 'pathway-1'")
                .update();
        String older = serving();
        ViewBuild build = builds.start(Bundles.LIVE, "drill");

        withNode(this::awaitDeath, FailPoint.Step.RENAMED);
        assertThat(state(build)).as("its transaction is gone").isEqualTo(State.BUILDING);
        assertThat(serving()).as("what people read").isEqualTo(older);
        assertThat(schemas()).containsExactly("view_board", "view_board_next");

        withNode(this::awaitDeath, FailPoint.Step.COMMITTED);
        assertThat(state(build)).isEqualTo(State.SERVING);
        assertThat(schemas()).containsExactly("view_board", "view_board_former");
        assertThat(differences()).as("it serves what the history says").isZero();

        append("after-the-deaths");
        withNode(node -> {
            awaitServing();
            within(Duration.ofMinutes(1)).until(() -> left(build) == 0);
        });
        assertThat(schemas()).containsExactly("view_board");
        assertThat(differences()).isZero();
        System.out.println("died before and after the commit of the switch, 0 rows differ");
    }

    private void awaitDeath(Process node) throws InterruptedException {
        assertThat(node.waitFor(Duration.ofMinutes(2))).as("the node has died").isTrue();
        assertThat(node.exitValue()).isEqualTo(BuildingProgram.EXIT_CODE);
    }

    private List<String> schemas() {
        return jdbc.sql("SELECT nspname FROM pg_namespace WHERE nspname IN"
                        + " ('view_board', 'view_board_next', 'view_board_former') ORDER BY 1")
                .query(String.class)
                .list();
    }

    @Test
    void aRunningNodeTakesOverThePartsOfOneThatIsKilled() throws Exception {
        withNode(survivor -> {
            awaitServing();
            withNode(killed -> {
                within(Duration.ofMinutes(2)).until(() -> listeners() == 2);
                ViewBuild build = builds.start(Bundles.LIVE, "drill");
                within(Duration.ofMinutes(2)).until(() -> partsOf(survivor, build) > 0 && partsOf(killed, build) > 0);
                killed.destroyForcibly().waitFor();
                long death = System.nanoTime();
                long reached = reached(build);
                assertThat(reached)
                        .as("there was work left")
                        .isLessThan(store.engine().horizon());
                within(Duration.ofMinutes(1)).until(() -> partsOf(killed, build) == 0);
                Duration took = Duration.ofNanos(System.nanoTime() - death);
                within(Duration.ofMinutes(5)).until(() -> state(build) == State.SERVING);
                System.out.printf(
                        "killed at position %,d of %,d, its parts were taken over after %.1f s%n",
                        reached, store.engine().horizon(), took.toMillis() / 1000.0);
                assertThat(took).as("claims last ten seconds").isLessThan(Duration.ofSeconds(20));
            });
        });
        assertThat(differences()).isZero();
    }

    /** G7: the node lives all the time; what it holds on to in PostgreSQL is taken from it in the middle of its work. */
    @Test
    void theServingViewsSurviveWhateverPostgresLoses() throws Exception {
        AtomicBoolean writing = new AtomicBoolean(true);
        AtomicInteger appended = new AtomicInteger();
        List<Duration> outages = new ArrayList<>();
        try (ExecutorService threads = Executors.newSingleThreadExecutor()) {
            withNode(node -> {
                Future<?> writer = threads.submit(() -> {
                    while (writing.get()) {
                        appendWhateverHappens("during-" + appended.incrementAndGet());
                        patiently(Duration.ofMinutes(2)).until(() -> !writing.get() || behind() < MOST_BEHIND);
                    }
                });
                try {
                    for (int round = 1; round <= ROUNDS; round++) {
                        long before = positions().reached();
                        patiently(Duration.ofMinutes(2)).until(() -> positions().reached() > before);
                        terminate(ANY);
                        if (round % 2 == 0) {
                            within(Duration.ofMinutes(1)).until(() -> count(PROJECTING) > 0);
                            outages.add(postgres.crash());
                        } else {
                            within(Duration.ofMinutes(1)).until(() -> terminate(PROJECTING) == 1);
                        }
                    }
                } finally {
                    writing.set(false);
                    writer.get();
                }
                patiently(Duration.ofMinutes(3)).until(() -> behind() == 0);
                assertThat(node.isAlive()).as("the same node all the time").isTrue();
            });
        }
        assertThat(jdbc.sql("SELECT count(DISTINCT aggregate_id) FROM eventstore.event")
                        .query(Integer.class)
                        .single())
                .isEqualTo(PATHWAYS + appended.get());
        assertThat(jdbc.sql("SELECT count(*) FROM processing.dead_letter")
                        .query(Integer.class)
                        .single())
                .as("no patient is set aside for a lost connection")
                .isZero();
        assertThat(differences()).isZero();
        System.out.printf(
                "%d backends killed, of them %d while they projected; %d crashes while views were projected, away for %.1f s at most;"
                        + " %d pathways appended meanwhile, last position %,d, 0 rows differ%n",
                ROUNDS + ROUNDS / 2,
                ROUNDS / 2,
                outages.size(),
                Collections.max(outages).toMillis() / 1000.0,
                appended.get(),
                store.engine().horizon());
    }

    /** An append whose outcome nobody told is looked up before it is tried again. */
    private void appendWhateverHappens(String pathwayId) {
        patiently(Duration.ofMinutes(1)).until(() -> {
            if (store.engine().lastSequenceNumberFor(pathwayId).isEmpty()) {
                append(pathwayId);
            }
            return true;
        });
    }

    private static ConditionFactory patiently(Duration limit) {
        return within(limit).ignoreExceptions();
    }

    private ViewPositions positions() {
        return TestViews.positions(jdbc, ViewChanges.ofOneNode());
    }

    private long behind() {
        return store.engine().horizon() - positions().reached();
    }

    /** Ends one of the node's backends that meet this condition; 0 when there is none. */
    private int terminate(String condition) {
        return postgres.superuser()
                .sql("SELECT count(pg_terminate_backend(pid)) FROM (SELECT pid FROM pg_stat_activity WHERE " + condition
                        + " ORDER BY random() LIMIT 1) AS victim")
                .query(Integer.class)
                .single();
    }

    private int count(String condition) {
        return postgres.superuser()
                .sql("SELECT count(*) FROM pg_stat_activity WHERE " + condition)
                .query(Integer.class)
                .single();
    }

    /** Nodes that are up. */
    private int listeners() {
        return jdbc.sql("SELECT count(*) FROM pg_stat_activity WHERE application_name = 'crossface-listener'")
                .query(Integer.class)
                .single();
    }

    /** How many parts of the build the process has claimed. */
    private int partsOf(Process node, ViewBuild build) {
        return jdbc.sql("SELECT count(*) FROM processing.token_entry WHERE processor_name = ? AND owner LIKE ? || '@%'")
                .params(build.processor(), String.valueOf(node.pid()))
                .query(Integer.class)
                .single();
    }

    /** What is done while a node runs. */
    @FunctionalInterface
    private interface Act {

        void with(Process node) throws Exception;
    }

    private void withNode(Act act) throws Exception {
        withNode(act, null);
    }

    /** @param diesAt where it dies; {@code null} for nowhere */
    private void withNode(Act act, FailPoint.@Nullable Step diesAt) throws Exception {
        Path output = home.resolve("node-" + ++nodes + ".log");
        Process node = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx512m",
                        "--sun-misc-unsafe-memory-access=allow",
                        "-cp",
                        System.getProperty("java.class.path")
                                + File.pathSeparator
                                + System.getProperty("surefire.test.class.path", ""),
                        BuildingProgram.class.getName(),
                        "--crossface.postgres.url=" + endpoint.url(),
                        "--crossface.postgres.owner-password="
                                + endpoint.owner().password(),
                        "--crossface.postgres.server-password="
                                + endpoint.server().password(),
                        "--crossface.home=" + home,
                        "--" + BuildingProgram.DIES_AT + "=" + (diesAt == null ? "" : diesAt),
                        "--spring.main.web-application-type=none")
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        try {
            act.with(node);
        } catch (Exception | AssertionError failed) {
            System.out.println(Files.readString(output));
            throw failed;
        } finally {
            node.destroyForcibly().waitFor();
        }
    }

    /** As kill -9, once it has committed more of the build than before, at a moment that nobody has chosen. */
    private void killInTheMiddle(Process node, ViewBuild build, long before) throws Exception {
        within(Duration.ofMinutes(2)).until(() -> !node.isAlive() || reached(build) > Math.max(0, before));
        assertThat(node.waitFor(Duration.ofMillis(random.nextInt(LONGEST_PAUSE_MILLIS))))
                .as("the node lives")
                .isFalse();
        node.destroyForcibly().waitFor();
    }

    /** Up to where every segment of the build has come; -1 before all have begun. */
    private long reached(ViewBuild build) {
        return jdbc
                .sql("SELECT token FROM processing.token_entry WHERE processor_name = ?")
                .param(build.processor())
                .query((rs, n) -> rs.getBytes(1) == null
                        ? -1L
                        : json.readTree(rs.getBytes(1)).path("globalIndex").asLong(-1))
                .list()
                .stream()
                .mapToLong(Long::longValue)
                .min()
                .orElse(-1);
    }

    private void awaitServing() {
        ViewPositions positions = TestViews.positions(jdbc, ViewChanges.ofOneNode());
        within(Duration.ofMinutes(5))
                .until(() -> positions.reached() == store.engine().horizon());
    }

    private State state(ViewBuild build) {
        return builds.find(build.number()).orElseThrow().state();
    }

    /** A digest of all rows of the serving views. */
    private String serving() {
        StringBuilder digests = new StringBuilder();
        for (String view : VIEWS) {
            digests.append(jdbc.sql("SELECT count(*) || ' ' || coalesce(sum(hashtextextended(v::text, 0)), 0)"
                            + " FROM " + view + " v")
                    .query(String.class)
                    .single());
            digests.append('\n');
        }
        return digests.toString();
    }

    /** Schemas, places, letters and workers of a build. */
    private long left(ViewBuild build) {
        return jdbc.sql("""
                        SELECT (SELECT count(*) FROM pg_namespace WHERE nspname LIKE 'view!_%!_next' ESCAPE '!' OR nspname LIKE 'view!_%!_former' ESCAPE '!')
                             + (SELECT count(*) FROM processing.token_entry WHERE processor_name = :processor)
                             + (SELECT count(*) FROM processing.dead_letter WHERE processing_group = :processor)
                             + (SELECT count(*) FROM processing.parked_letter WHERE processing_group = :processor)
                             + (SELECT count(*) FROM processing.retry_wanted WHERE processing_group = :processor)
                             + (SELECT count(*) FROM views.worker WHERE build = :build)""")
                .param("processor", build.processor())
                .param("build", build.number())
                .query(Long.class)
                .single();
    }

    private int differences() {
        return new ReplayComparison(
                        endpoint,
                        postgres.pool("compare", 4, ""),
                        store.engine(),
                        at -> Policy.defaults(),
                        Bundles.ALL,
                        new PrintStream(OutputStream.nullOutputStream(), true, StandardCharsets.UTF_8))
                .run()
                .differences()
                .size();
    }
}
