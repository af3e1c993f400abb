package org.crossface.platform.drill;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.crossface.platform.eventstore.StoreCheck;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * G1, G4, G5 and G7 with a node in a JVM of its own, which dies at named points and at random moments under load: no acknowledged command
 * is lost, none has two effects, every account has one history, and the projection equals a fresh replay. Part of
 * {@code make drill-store}; {@code -Dcrossface.drill.kills=N} sets the number of random deaths.
 */
@Tag("drill")
class CrashDrill {

    private static final int RANDOM_KILLS = Integer.getInteger("crossface.drill.kills", 4);
    private static final Duration LOAD = Duration.ofSeconds(4);
    private static final Duration CATCH_UP = Duration.ofSeconds(60);
    private static final String OVERDRAWN = Account.Overdrawn.class.getSimpleName();
    /** Each request makes one entry, in a unit of work of its own. */
    private static final String SHARED_TRANSACTIONS =
            "SELECT count(*) - count(DISTINCT xmin::text) FROM eventstore.event WHERE payload_type = 'drill.entered'";

    private static final int FIRST_PASSAGES = 5;
    private static final int MOST_PASSAGES = 200;

    /** A batch has up to 500 events, and the first one waits until the claim of the node that died has run out. */
    private static final int MOST_BATCHES = 5;

    private static final int MOST_REPEATS = 50;
    private static final int RACERS = 8;
    private static final int SHORTEST_LOAD_MILLIS = 100;
    private static final int LONGEST_LOAD_MILLIS = 2500;

    @TempDir
    private static Path programs;

    @TempDir
    private Path home;

    @BeforeAll
    static void unpackProgramsOnce() {
        System.setProperty("crossface.postgres.programs", programs.toString());
        QuietLogs.begin();
    }

    private DurablePostgres database() {
        DurablePostgres postgres = DurablePostgres.start(home.resolve("postgres"));
        postgres.superuserTemplate().execute(Balances.DDL);
        postgres.superuserTemplate().execute(Notes.DDL);
        postgres.superuserTemplate().execute(Slip.DDL);
        return postgres;
    }

    private Node node(DurablePostgres postgres, StoreMode mode, String halt) throws IOException {
        return Node.start(postgres.endpoint(), home, mode, halt, true);
    }

    @ParameterizedTest
    @EnumSource
    void nothingAcknowledgedIsLostOrDoubledWhereverTheNodeDies(StoreMode mode) throws Exception {
        Requests requests = new Requests();
        NodeLoad load = new NodeLoad(requests, true);
        List<String> deaths = new ArrayList<>();
        try (DurablePostgres postgres = database()) {
            try (Node node = node(postgres, mode, "")) {
                load.open(node);
            }
            for (FailPoint point : FailPoint.values()) {
                int passage = passageOf(point);
                try (Node node = node(postgres, mode, point + ":" + passage)) {
                    load.resolve(node);
                    load.run(node, Duration.ofSeconds(20));
                    assertThat(node.isAlive()).as("dies at " + point).isFalse();
                    assertThat(node.exitCode()).as("of " + point).isEqualTo(FailPoint.EXIT_CODE);
                    deaths.add(point + ", passage " + passage);
                }
                checkInFlight(postgres, requests);
            }
            for (int kill = 0; kill < RANDOM_KILLS; kill++) {
                try (Node node = node(postgres, mode, "")) {
                    load.resolve(node);
                    killWhile(node, SHORTEST_LOAD_MILLIS, () -> load.run(node, LOAD));
                }
                deaths.add("kill -9");
                checkInFlight(postgres, requests);
            }
            try (Node node = node(postgres, mode, "")) {
                load.resolve(node);
                assertThat(requests.unknown()).isEmpty();
                assertThat(projectionDiffers(postgres)).isZero();
                assertThat(count(postgres.superuserTemplate(), "SELECT count(*) FROM drill.note"))
                        .isPositive();
                assertThat(count(postgres.superuserTemplate(), "SELECT count(*) FROM drill.note_difference"))
                        .isZero();
                assertThat(count(postgres.superuserTemplate(), "SELECT count(*) FROM drill.slip"))
                        .isPositive();
                assertThat(count(postgres.superuserTemplate(), "SELECT count(*) FROM drill.slip_difference"))
                        .isZero();
            }
            print(mode, requests, deaths);
            assertSound(postgres, requests);
            assertThat(count(postgres.superuserTemplate(), SHARED_TRANSACTIONS) > 0)
                    .as("units of work share transactions")
                    .isEqualTo(mode == StoreMode.GROUP);
            assertALostOneIsMissed(postgres, requests);
        }
    }

    private static int passageOf(FailPoint point) {
        ThreadLocalRandom random = ThreadLocalRandom.current();
        return point.isOfBatch() ? random.nextInt(1, MOST_BATCHES) : random.nextInt(FIRST_PASSAGES, MOST_PASSAGES);
    }

    private interface Load {
        void run() throws InterruptedException;
    }

    private static void killWhile(Node node, int shortestMillis, Load load) throws InterruptedException {
        int millis = ThreadLocalRandom.current().nextInt(shortestMillis, LONGEST_LOAD_MILLIS);
        Thread killer = Thread.ofVirtual().start(() -> {
            try {
                TimeUnit.MILLISECONDS.sleep(millis);
                node.close();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        load.run();
        killer.join();
    }

    /** With requests of unknown outcome still open. */
    private static void checkInFlight(DurablePostgres postgres, Requests requests) {
        List<String> contradictions = requests.contradictions(postgres.superuserTemplate());
        System.out.printf(
                "  %,d acknowledged, %,d refused, %d unknown; %d contradictions%n",
                requests.acknowledged(), requests.refused(), requests.unknown().size(), contradictions.size());
        assertThat(contradictions).isEmpty();
    }

    private static void assertSound(DurablePostgres postgres, Requests requests) {
        assertThat(requests.acknowledged()).isGreaterThan(1000);
        assertThat(requests.refusals()).as("no innocent is refused").containsOnly(OVERDRAWN);
        assertThat(requests.contradictions(postgres.superuserTemplate())).isEmpty();
        assertThat(new StoreCheck(postgres.superuser()).broken()).isEmpty();
    }

    /** The oracle's control. */
    private static void assertALostOneIsMissed(DurablePostgres postgres, Requests requests) {
        String lost = postgres.superuserTemplate()
                .queryForObject(
                        "DELETE FROM eventstore.event WHERE position ="
                                + " (SELECT max(position) FROM eventstore.event WHERE payload_type = 'drill.entered')"
                                + " RETURNING payload ->> 'request'",
                        String.class);
        assertThat(requests.contradictions(postgres.superuserTemplate()))
                .containsExactly("request " + lost + " was acknowledged and is lost");
    }

    private static void print(StoreMode mode, Requests requests, List<String> deaths) {
        System.out.printf(
                "G1, G4, G7, %s: %,d acknowledged, %,d refused, none lost, none doubled; deaths: %s%n",
                mode, requests.acknowledged(), requests.refused(), String.join("; ", deaths));
    }

    /** Waits until the projection has seen all; then how many rows differ between it and a fresh replay, both ways. */
    private static long projectionDiffers(DurablePostgres postgres) {
        JdbcTemplate jdbc = postgres.superuserTemplate();
        await().atMost(CATCH_UP)
                .until(() -> jdbc.queryForObject(
                        "SELECT position >= (SELECT max(position) FROM eventstore.event WHERE payload_type = 'drill.entered')"
                                + " FROM drill.progress",
                        Boolean.class));
        return count(jdbc, "SELECT count(*) FROM drill.difference");
    }

    private static long count(JdbcTemplate jdbc, String sql) {
        Long count = jdbc.queryForObject(sql, Long.class);
        return count == null ? 0 : count;
    }

    /** G4: 1 to 50 times the same key at once, the node killed meanwhile, then again, then with another body. */
    @ParameterizedTest
    @EnumSource
    void aKeyHasOneEffectAndOneAnswerHoweverOftenItComes(StoreMode mode) throws Exception {
        Requests requests = new Requests();
        NodeLoad load = new NodeLoad(requests, true);
        try (DurablePostgres postgres = database()) {
            List<NodeRequest> sent = new ArrayList<>();
            try (Node node = node(postgres, mode, "")) {
                load.open(node);
                killWhile(node, LONGEST_LOAD_MILLIS / 2, () -> {
                    for (int i = 0; node.isAlive(); i++) {
                        NodeRequest request =
                                new NodeRequest("", "k" + i, "k" + i, "acc" + i % 7, 1 + i, NodeRequest.ANY_VERSION);
                        sent.add(request);
                        repeat(requests, node, request, MOST_REPEATS - i % MOST_REPEATS);
                    }
                });
            }
            try (Node node = node(postgres, mode, "")) {
                for (NodeRequest request : sent) {
                    repeat(requests, node, request, 3);
                }
                assertThat(requests.unknown()).isEmpty();
                NodeRequest first = sent.getFirst();
                NodeAnswer other = node.send(new NodeRequest(
                                "other",
                                "other",
                                first.key(),
                                first.account(),
                                first.amount() + 1,
                                NodeRequest.ANY_VERSION))
                        .join();
                assertThat(other.refusal()).isEqualTo("IdempotencyKeyReused");
            }
            System.out.printf(
                    "G4, %s: %,d keys, each sent 4 to 53 times, one effect and one answer each%n", mode, sent.size());
            assertThat(sent).hasSizeGreaterThan(5);
            assertThat(requests.refusals()).isEmpty();
            assertThat(requests.contradictions(postgres.superuserTemplate())).isEmpty();
            assertThat(new StoreCheck(postgres.superuser()).broken()).isEmpty();
        }
    }

    private static void repeat(Requests requests, Node node, NodeRequest request, int times) {
        List<Thread> senders = new ArrayList<>();
        for (int i = 0; i < times; i++) {
            senders.add(Thread.ofVirtual().start(() -> requests.send(node, request)));
        }
        for (Thread sender : senders) {
            try {
                sender.join();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    /** G5: two nodes, many clients, one account, all at the same expected version. */
    @ParameterizedTest
    @EnumSource
    void ofManyThatExpectTheSameVersionOneWins(StoreMode mode) throws Exception {
        try (DurablePostgres postgres = database();
                Node one = node(postgres, mode, "");
                Node other = node(postgres, mode, "")) {
            RaceResult result = race(List.of(one, other), 100);
            System.out.printf("G5, %s: %s%n", mode, result);
            assertThat(result.roundsWithoutOneWinner()).isZero();
            assertThat(result.otherRefusals()).isEmpty();
            assertThat(new StoreCheck(postgres.superuser()).broken()).isEmpty();
        }
    }

    /** G5 when one of the nodes dies right after an append: the answer is lost, the race is not, and nobody else wins it too. */
    @ParameterizedTest
    @EnumSource
    void oneWinsThoughANodeDiesBetweenItsAppendAndItsAnswer(StoreMode mode) throws Exception {
        Requests requests = new Requests();
        int rounds = 60;
        String halt =
                FailPoint.AFTER_APPEND + ":" + ThreadLocalRandom.current().nextInt(FIRST_PASSAGES, FIRST_PASSAGES + 10);
        try (DurablePostgres postgres = database();
                Node steady = node(postgres, mode, "");
                Node mortal = node(postgres, mode, halt)) {
            requests.send(steady, new NodeRequest("", "open", "open", "raced", 0, NodeRequest.ANY_VERSION));
            for (int round = 0; round < rounds; round++) {
                List<Thread> clients = new ArrayList<>();
                for (int client = 0; client < RACERS; client++) {
                    String name = "race-" + round + "-" + client;
                    NodeRequest request = new NodeRequest("", name, name, "raced", 1, round);
                    Node node = client % 2 == 0 ? steady : mortal;
                    clients.add(Thread.ofVirtual().start(() -> requests.send(node, request)));
                }
                for (Thread client : clients) {
                    client.join();
                }
            }
            assertThat(mortal.isAlive()).as("died at " + halt).isFalse();
            List<NodeRequest> lost = requests.unknown();
            lost.forEach(request -> requests.send(steady, request));
            List<Long> winners = IntStream.range(0, rounds)
                    .mapToObj(round -> requests.done().stream()
                            .filter(request -> request.startsWith("race-" + round + "-"))
                            .count())
                    .toList();
            long wonUnheard = lost.stream()
                    .filter(request -> requests.done().contains(request.request()))
                    .count();
            System.out.printf(
                    "G5, %s: %d rounds, a node died at %s, %d requests without answer, of which %d had won%n",
                    mode, rounds, halt, lost.size(), wonUnheard);
            assertThat(winners).containsOnly(1L);
            assertThat(wonUnheard).as("what the node had appended when it died").isOne();
            assertThat(requests.refusals()).containsOnly("VersionConflict");
            assertThat(requests.contradictions(postgres.superuserTemplate())).isEmpty();
            assertThat(new StoreCheck(postgres.superuser()).broken()).isEmpty();
        }
    }

    private record RaceResult(int rounds, int roundsWithoutOneWinner, int conflicts, List<String> otherRefusals) {}

    private static RaceResult race(List<Node> nodes, int rounds) {
        int wrong = 0;
        int conflicts = 0;
        List<String> others = new ArrayList<>();
        nodes.getFirst()
                .send(new NodeRequest("open", "open", "", "raced", 0, NodeRequest.ANY_VERSION))
                .join();
        for (int round = 0; round < rounds; round++) {
            List<CompletableFuture<NodeAnswer>> answers = new ArrayList<>();
            for (int client = 0; client < RACERS; client++) {
                String id = "race-" + round + "-" + client;
                answers.add(nodes.get(client % nodes.size()).send(new NodeRequest(id, id, "", "raced", 1, round)));
            }
            int winners = 0;
            for (CompletableFuture<NodeAnswer> each : answers) {
                NodeAnswer answer = each.join();
                if (answer.done()) {
                    winners++;
                } else if (answer.refusal().equals("VersionConflict")) {
                    conflicts++;
                } else {
                    others.add(answer.refusal());
                }
            }
            wrong += winners == 1 ? 0 : 1;
        }
        return new RaceResult(rounds, wrong, conflicts, others);
    }

    /** Without keys, whoever repeats a request after the node died before its answer acts twice, or is refused what he has done. */
    @ParameterizedTest
    @EnumSource
    void controlWithoutKeysARetryIsNotSafe(StoreMode mode) throws Exception {
        Requests requests = new Requests();
        NodeLoad load = new NodeLoad(requests, false);
        try (DurablePostgres postgres = database()) {
            try (Node node = node(postgres, mode, FailPoint.BEFORE_ANSWER + ":100")) {
                load.open(node);
                load.run(node, Duration.ofSeconds(20));
            }
            try (Node node = node(postgres, mode, "")) {
                load.resolve(node);
            }
            List<String> contradictions = requests.contradictions(postgres.superuserTemplate());
            System.out.println("Control, no keys, " + mode + ": " + contradictions);
            assertThat(contradictions)
                    .anyMatch(each -> each.contains("two effects")
                            || each.contains("was refused (DuplicateKeyException) and is stored"));
        }
    }

    /** Without the unique index, two win. */
    @Test
    void controlWithoutTheUniqueIndexHistoriesFork() throws Exception {
        try (DurablePostgres postgres = database()) {
            postgres.superuser().sql("DROP INDEX eventstore.event_aggregate_uq").update();
            try (Node one = node(postgres, StoreMode.DIRECT, "");
                    Node other = node(postgres, StoreMode.DIRECT, "")) {
                RaceResult result = race(List.of(one, other), 30);
                System.out.println("Control, no unique index: " + result);
                assertThat(result.roundsWithoutOneWinner()).isPositive();
            }
            assertThat(new StoreCheck(postgres.superuser()).broken())
                    .anyMatch(rule -> rule.startsWith("every stream is numbered"));
        }
    }

    /** With rows outside of the token's transaction, a death in mid-projection counts events twice. */
    @Test
    void controlRowsOutsideTheTransactionOfTheTokenDiffer() throws Exception {
        Requests requests = new Requests();
        NodeLoad load = new NodeLoad(requests, true);
        try (DurablePostgres postgres = database()) {
            String halt = FailPoint.MID_PROJECTION + ":150";
            try (Node node = Node.start(postgres.endpoint(), home, StoreMode.DIRECT, halt, false)) {
                load.open(node);
                load.run(node, Duration.ofSeconds(20));
            }
            try (Node node = Node.start(postgres.endpoint(), home, StoreMode.DIRECT, "", false)) {
                load.resolve(node);
                long different = projectionDiffers(postgres);
                System.out.println("Control, rows outside the token's transaction: " + different + " rows differ");
                assertThat(different).isPositive();
            }
        }
    }
}
