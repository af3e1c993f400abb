package org.crossface.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.crossface.pathway.followup.Passing;
import org.crossface.pathway.oversight.TaskEscalated;
import org.crossface.pathway.oversight.TaskOverdue;
import org.crossface.pathway.oversight.lateness.RecordLateness;
import org.crossface.pathway.policy.Policy;
import org.crossface.pathway.story.PathwayInMemory;
import org.crossface.pathway.vocabulary.PathwayEvent;
import org.crossface.platform.api.Role;
import org.crossface.platform.bench.Product;
import org.crossface.platform.deadlines.DeadlineHealth;
import org.crossface.platform.deadlines.DeadlineWatch;
import org.crossface.platform.drill.DurablePostgres;
import org.crossface.platform.drill.QuietLogs;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.health.contributor.Status;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Three years pass for many pathways while nodes are killed in turn, their clocks are wrong and jump back, and PostgreSQL crashes. What was
 * recorded must be exactly what an oracle computes from the facts. {@code make drill-followup}; {@code -Dcrossface.drill.pathways=N} sets
 * how many.
 */
@Tag("drill")
class FollowUpDrill {

    private static final int PATHWAYS = Integer.getInteger("crossface.drill.pathways", 400);
    private static final List<Integer> LENGTHS = List.of(1, 12, 60, 120, 150);
    private static final int STEPS = 24;
    private static final Duration THREE_YEARS = Duration.ofDays(1_095);
    private static final Duration PATIENTLY = Duration.ofSeconds(150);
    private static final long[] OFF = {-600_000, 600_000, -3_600_000, 0};

    @TempDir
    private static Path programs;

    @TempDir
    private Path home;

    @BeforeAll
    static void unpackProgramsOnce() {
        System.setProperty("crossface.postgres.programs", programs.toString());
        QuietLogs.begin();
    }

    /** What somebody must be able to prove, apart from when it was found. */
    private record Proved(String timer, String task, int step, Instant since) {}

    @Test
    void nodesThatDieWithWrongClocksRecordEverythingOnce() throws Exception {
        try (DurablePostgres postgres = DurablePostgres.start(home.resolve("postgres"))) {
            JdbcTemplate admin = postgres.superuserTemplate();
            FollowUpStock stock = stock(admin);
            admin.update(
                    "INSERT INTO deadlines.deadline (name, key, at) VALUES ('of a later release', 'p1', '2025-01-01T00:00:00Z')");
            Instant begin = stock.due().minus(Duration.ofHours(1));
            Instant end = begin.plus(THREE_YEARS);
            List<FollowUpProgram.Running> nodes = new ArrayList<>();
            try {
                nodes.add(FollowUpProgram.Running.start(postgres.endpoint(), home, OFF[0]));
                nodes.add(FollowUpProgram.Running.start(postgres.endpoint(), home, OFF[1]));
                for (FollowUpProgram.Running node : nodes) {
                    node.ready();
                }
                for (int step = 1; step <= STEPS; step++) {
                    stock.setClock(begin.plus(THREE_YEARS.multipliedBy(step).dividedBy(STEPS)));
                    LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(
                            ThreadLocalRandom.current().nextLong(300, 1_800)));
                    int turn = step % 2;
                    if (step % 4 == 0) {
                        nodes.get(turn).close();
                        nodes.set(
                                turn,
                                FollowUpProgram.Running.start(postgres.endpoint(), home, OFF[step / 4 % OFF.length]));
                        nodes.get(turn).ready();
                    } else if (step == STEPS / 2 + 1) {
                        System.out.printf(
                                "  PostgreSQL was away for %d ms%n",
                                postgres.crash().toMillis());
                    } else if (step % 2 == 1) {
                        nodes.get(turn).off(OFF[step % OFF.length]);
                    }
                }
                stock.setClock(end);
                JdbcTemplate again = postgres.superuserTemplate();
                await().atMost(PATIENTLY)
                        .untilAsserted(() -> assertThat(waiting(again)).isZero());
            } finally {
                nodes.forEach(FollowUpProgram.Running::close);
            }
            Map<String, List<Proved>> recorded = recorded(postgres.superuserTemplate());
            System.out.printf(
                    "  %,d pathways, %,d events%n",
                    recorded.size(),
                    recorded.values().stream().mapToInt(List::size).sum());
            assertThat(differences(stock, recorded, end)).isEmpty();
            nothingIsEarly(postgres.superuserTemplate());
            unknownNameIsKeptAndAlarmed(postgres);
            controls(stock, recorded, end);
        }
    }

    @Test
    void threeYearsInOneRequestAreTheHistoryThatDayByDayGives() {
        try (DurablePostgres postgres = DurablePostgres.start(home.resolve("postgres"))) {
            JdbcTemplate admin = postgres.superuserTemplate();
            FollowUpStock stock = stock(admin);
            Instant end = stock.due().plus(THREE_YEARS);
            try (Product node = FollowUpNode.start("node", postgres.endpoint(), home)) {
                assertThat(node.name()).isEqualTo("node");
                await().atMost(PATIENTLY)
                        .untilAsserted(() -> assertThat(admin.queryForObject(
                                        "SELECT count(*) FROM deadlines.deadline WHERE name = 'pathway'",
                                        Integer.class))
                                .isEqualTo(PATHWAYS));
                stock.setClock(end);
                await().atMost(PATIENTLY)
                        .untilAsserted(() -> assertThat(waiting(admin)).isZero());
            }
            // The oracle goes from one deadline to the next, as living it does.
            assertThat(differences(stock, recorded(admin), end)).isEmpty();
        }
    }

    private static FollowUpStock stock(JdbcTemplate admin) {
        FollowUpStock stock = new FollowUpStock(admin, LENGTHS);
        stock.fillEvents(PATHWAYS);
        return stock;
    }

    private static long waiting(JdbcTemplate admin) {
        Long waiting = admin.queryForObject(
                "SELECT count(*) FROM deadlines.deadline WHERE name = 'pathway' AND at <= clock_timestamp()"
                        + " + (SELECT offset_ms FROM domain_time.clock) * interval '1 millisecond'",
                Long.class);
        return waiting == null ? -1 : waiting;
    }

    private static Map<String, List<Proved>> recorded(JdbcTemplate admin) {
        Map<String, List<Proved>> all = new TreeMap<>();
        admin.query(
                "SELECT aggregate_id, payload ->> 'timer', payload ->> 'task', coalesce((payload ->> 'step')::int, 0), payload ->> 'since'"
                        + " FROM eventstore.event WHERE payload_type LIKE 'oversight.task-%' ORDER BY aggregate_id, sequence_number",
                row -> {
                    all.computeIfAbsent(row.getString(1), none -> new ArrayList<>())
                            .add(new Proved(
                                    row.getString(2),
                                    row.getString(3),
                                    row.getInt(4),
                                    OffsetDateTime.parse(row.getString(5)).toInstant()));
                });
        return all;
    }

    /** What must have been recorded by then, from the facts alone: the aggregate in memory is asked at each deadline, one after the other. */
    private static List<Proved> oracle(List<PathwayEvent> facts, Instant end) {
        PathwayInMemory pathway = new PathwayInMemory("pathway-@", "P-@", "OR-1").given(facts);
        Optional<Passing> next = Passing.next(pathway.state(), Policy.defaults());
        while (next.filter(passing -> !passing.at().isAfter(end)).isPresent()) {
            OffsetDateTime at = next.get().at().atOffset(ZoneOffset.UTC);
            assertThat(pathway.give("follow-up", Role.SYSTEM, new RecordLateness("pathway-@", at)))
                    .isEmpty();
            next = Passing.next(pathway.state(), Policy.defaults());
        }
        return pathway.facts().stream()
                .skip(facts.size())
                .flatMap(fact -> switch (fact) {
                    case TaskOverdue e ->
                        Stream.of(new Proved(e.timer(), e.task(), 0, e.since().toInstant()));
                    case TaskEscalated e ->
                        Stream.of(new Proved(
                                e.timer(), e.task(), e.step(), e.since().toInstant()));
                    default -> Stream.empty();
                })
                .toList();
    }

    private static List<String> differences(FollowUpStock stock, Map<String, List<Proved>> recorded, Instant end) {
        Map<Integer, List<Proved>> expected = new HashMap<>();
        List<String> differences = new ArrayList<>();
        for (long pathway = 0; pathway < PATHWAYS; pathway++) {
            List<Proved> must =
                    expected.computeIfAbsent(stock.lengthOf(pathway), length -> oracle(stock.facts(length), end));
            List<Proved> has = recorded.getOrDefault("pathway-" + pathway, List.of());
            List<String> name = List.of(Long.toString(pathway));
            List<Proved> named = must.stream()
                    .map(each -> new Proved(
                            each.timer(), each.task().replace("@", name.getFirst()), each.step(), each.since()))
                    .toList();
            if (!named.equals(has)) {
                differences.add("pathway-" + pathway + " must have " + named + " and has " + has);
            }
        }
        return differences;
    }

    /** Found at or after the moment, whatever the clock of the node said. */
    private static void nothingIsEarly(JdbcTemplate admin) {
        assertThat(admin.queryForObject(
                        "SELECT count(*) FROM eventstore.event WHERE payload_type LIKE 'oversight.task-%'"
                                + " AND (payload ->> 'occurredAt')::timestamptz < (payload ->> 'since')::timestamptz",
                        Integer.class))
                .isZero();
    }

    private static void unknownNameIsKeptAndAlarmed(DurablePostgres postgres) {
        DeadlineWatch watch = new DeadlineWatch(postgres.superuser(), Set.of("pathway", "policy"));
        DeadlineHealth health = new DeadlineHealth(watch);
        assertThat(health.health().getStatus()).isEqualTo(Status.DOWN);
        assertThat(watch.reported()).anyMatch(each -> each.waiting().name().equals("of a later release"));
    }

    /** One wake dropped and one doubled are found. */
    private static void controls(FollowUpStock stock, Map<String, List<Proved>> recorded, Instant end) {
        Map<String, List<Proved>> dropped = new TreeMap<>(recorded);
        dropped.compute("pathway-0", (key, all) -> all == null ? List.of() : all.subList(0, all.size() - 1));
        assertThat(differences(stock, dropped, end)).hasSize(1);
        Map<String, List<Proved>> doubled = new TreeMap<>(recorded);
        List<Proved> twice = new ArrayList<>(doubled.getOrDefault("pathway-1", List.of()));
        twice.add(twice.getLast());
        doubled.put("pathway-1", twice);
        assertThat(differences(stock, doubled, end)).hasSize(1);
    }
}
