package org.crossface.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.task.helper.OneTimeTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.LongAdder;
import java.util.concurrent.locks.LockSupport;
import org.crossface.platform.bench.BenchPostgres;
import org.crossface.platform.bench.Conditions;
import org.crossface.platform.bench.Product;
import org.crossface.platform.bench.Results;
import org.crossface.platform.deadlines.Deadlines;
import org.crossface.platform.drill.QuietLogs;
import org.crossface.platform.schema.PostgresEndpoint;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * How fast deadlines that have passed are worked off, beside db-scheduler with empty work on the same PostgreSQL. {@code make bench-followup};
 * {@code ARGS} may hold {@code -Dcrossface.bench.pathways=N} of the storm, {@code -Dcrossface.bench.facts=N} of each of them,
 * {@code -Dcrossface.bench.executions=N} of db-scheduler, {@code -Dcrossface.bench.rounds=N} and {@code -Dcrossface.bench.of-a-round=N}: with
 * many rounds the reader with the old snapshot holds it for ten minutes.
 */
@Tag("bench")
class FollowUpBench {

    private static final int PATHWAYS = Integer.getInteger("crossface.bench.pathways", 100_000);
    private static final int FACTS = Integer.getInteger("crossface.bench.facts", 12);
    private static final int EXECUTIONS = Integer.getInteger("crossface.bench.executions", 50_000);

    private static final int LAGS = 100;
    private static final int ROUNDS = Integer.getInteger("crossface.bench.rounds", 3);
    private static final int OF_A_ROUND = Integer.getInteger("crossface.bench.of-a-round", 4_000);
    private static final long FEW = 10_000;
    private static final long MANY = Long.getLong("crossface.bench.later", 1_000_000);
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    @TempDir
    private Path home;

    private final List<String> lines = new ArrayList<>();

    private void say(String line) {
        System.out.println("  " + line);
        lines.add(line);
    }

    @Test
    void measure() throws Exception {
        QuietLogs.begin();
        System.out.println("\nfollow-up");
        try (BenchPostgres postgres = BenchPostgres.start()) {
            lines.addAll(Conditions.lines(Clock.systemUTC(), postgres));
            lines.add("");
            double theirs = dbScheduler(postgres);
            PostgresEndpoint endpoint = postgres.product("followup");
            JdbcTemplate admin = postgres.admin("followup");
            FollowUpStock stock = new FollowUpStock(admin, List.of(FACTS));
            FollowUpNode.start("first", endpoint, home).close();
            stock.fill(PATHWAYS);
            double ours = storm(stock, endpoint, admin);
            say("Ratio to db-scheduler: %.2f".formatted(ours / theirs));
            stock.fillHeld(LAGS + 3L * ROUNDS * OF_A_ROUND);
            try (Product node = FollowUpNode.start("node", endpoint, home)) {
                node.create("warm");
                lag(stock);
                rounds("with %,d deadlines that are not due".formatted(FEW), stock, 0, FEW);
                rounds("with %,d deadlines that are not due".formatted(MANY), stock, FEW, MANY);
                try (Connection reader = postgres.pool("followup").getConnection()) {
                    reader.setAutoCommit(false);
                    reader.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
                    try (Statement snapshot = reader.createStatement()) {
                        snapshot.execute("SELECT count(*) FROM deadlines.deadline");
                        rounds("the same beside a reader with an old snapshot", stock, MANY, MANY);
                    }
                    reader.rollback();
                }
            }
            new Results().section("followup", "Deadlines", lines);
        }
    }

    private double storm(FollowUpStock stock, PostgresEndpoint endpoint, JdbcTemplate admin) throws Exception {
        long before = size(admin, "deadlines.deadline");
        try (Product node = FollowUpNode.start("node", endpoint, home)) {
            node.create("till");
            People quiet = People.sending(node, "till");
            LockSupport.parkNanos(TimeUnit.SECONDS.toNanos(5));
            say("Commands of people before the storm: " + quiet.end());
            long began = System.nanoTime();
            stock.setClock(stock.due().plusSeconds(30));
            People people = People.sending(node, "till");
            long left = stock.waiting();
            long progress = System.nanoTime();
            while (left > 0) {
                LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(500));
                long now = stock.waiting();
                if (Duration.ofNanos(System.nanoTime() - began).toMillis() / 500 % 10 == 0) {
                    System.out.printf(
                            "    %,d left after %d s%n",
                            now, Duration.ofNanos(System.nanoTime() - began).toSeconds());
                }
                progress = now < left ? System.nanoTime() : progress;
                if (System.nanoTime() - progress > PATIENCE.toNanos()) {
                    people.end();
                    throw new IllegalStateException(
                            "The deadlines stand still: " + Deadlines.waiting(JdbcClient.create(admin), Duration.ZERO));
                }
                left = now;
            }
            double seconds = (System.nanoTime() - began) / 1e9;
            say("Commands of people in the storm: " + people.end());
            FollowUpStock.Recorded recorded = stock.recorded();
            assertThat(recorded.pathways()).isEqualTo(PATHWAYS);
            assertThat(recorded.fewest()).isEqualTo(recorded.most());
            say(
                    "%,d pathways of %d facts, due in one instant: worked off in %.1f s, %,.0f wakes/s, %,.0f events/s, each once; table %.1f times its size"
                            .formatted(
                                    PATHWAYS,
                                    FACTS,
                                    seconds,
                                    PATHWAYS / seconds,
                                    recorded.events() / seconds,
                                    (double) size(admin, "deadlines.deadline") / before));
            return PATHWAYS / seconds;
        }
    }

    /** How long after its time each of one hundred deadlines was handled, ten in a second. */
    private void lag(FollowUpStock stock) {
        int number = LAGS;
        Duration first = Duration.ofSeconds(2);
        Duration apart = Duration.ofMillis(100);
        stock.release(number, first, apart);
        long began = System.nanoTime();
        List<Double> lags = new ArrayList<>();
        List<Long> open = stock.open(number);
        while (!open.isEmpty()) {
            List<Long> now = stock.open(number);
            for (Long pathway : open) {
                if (!now.contains(pathway)) {
                    Duration due = first.plus(apart.multipliedBy(pathway - (stock.released() - number)));
                    lags.add((System.nanoTime() - began - due.toNanos()) / 1e6);
                }
            }
            open = now;
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(2));
        }
        lags.sort(null);
        say("From its time to the stored lateness, idle: p50 %.0f ms, p99 %.0f ms"
                .formatted(lags.get(lags.size() / 2), lags.get(lags.size() * 99 / 100)));
    }

    /** How many are worked off in a second, in some rounds, with so many deadlines beside them that are not due. */
    private void rounds(String what, FollowUpStock stock, long before, long later) {
        stock.fillLater(before, later);
        List<Double> rates = new ArrayList<>();
        for (int round = 0; round < ROUNDS; round++) {
            stock.release(OF_A_ROUND, Duration.ZERO, Duration.ZERO);
            long began = System.nanoTime();
            while (stock.waiting() > 0) {
                LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(20));
            }
            rates.add(OF_A_ROUND * 1e9 / (System.nanoTime() - began));
        }
        rates.sort(null);
        say("%,d at once, %s: %,.0f wakes/s, median of %d rounds (%,.0f to %,.0f)"
                .formatted(OF_A_ROUND, what, rates.get(rates.size() / 2), ROUNDS, rates.getFirst(), rates.getLast()));
    }

    private static long size(JdbcTemplate admin, String table) {
        Long size = admin.queryForObject("SELECT pg_total_relation_size(?::regclass)", Long.class, table);
        return size == null ? 0 : size;
    }

    private double dbScheduler(BenchPostgres postgres) {
        postgres.create("dbscheduler");
        JdbcTemplate admin = postgres.admin("dbscheduler");
        admin.execute("""
                CREATE TABLE scheduled_tasks (
                  task_name text NOT NULL, task_instance text NOT NULL, task_data bytea, execution_time timestamptz NOT NULL,
                  picked boolean NOT NULL, picked_by text, last_success timestamptz, last_failure timestamptz,
                  consecutive_failures int, last_heartbeat timestamptz, version bigint NOT NULL, priority smallint,
                  PRIMARY KEY (task_name, task_instance))""");
        admin.execute("CREATE INDEX execution_time_idx ON scheduled_tasks (execution_time)");
        admin.execute("CREATE INDEX last_heartbeat_idx ON scheduled_tasks (last_heartbeat)");
        admin.update(
                "INSERT INTO scheduled_tasks (task_name, task_instance, execution_time, picked, version)"
                        + " SELECT 'empty', 'i' || n, now() - interval '1 minute', false, 1 FROM generate_series(1, ?) AS n",
                EXECUTIONS);
        admin.execute("VACUUM (ANALYZE) scheduled_tasks");
        admin.execute("CHECKPOINT");
        LongAdder done = new LongAdder();
        OneTimeTask<Void> empty = Tasks.oneTime("empty").execute((instance, context) -> done.increment());
        Scheduler scheduler = Scheduler.create(postgres.pool("dbscheduler"), empty)
                .threads(20)
                .pollUsingLockAndFetch(0.5, 4.0)
                .pollingInterval(Duration.ofMillis(100))
                .build();
        long began = System.nanoTime();
        scheduler.start();
        while (done.sum() < EXECUTIONS) {
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(5));
        }
        double rate = EXECUTIONS * 1e9 / (System.nanoTime() - began);
        scheduler.stop();
        say("db-scheduler 16.12.0, empty work, lock-and-fetch, 20 threads: %,.0f executions/s".formatted(rate));
        return rate;
    }

    /** Commands of people, one every 20 ms whether the one before was answered or not. */
    private static final class People {

        private final AtomicBoolean ended = new AtomicBoolean();
        private final List<Long> nanos = new ArrayList<>();
        private final Semaphore open = new Semaphore(0);
        private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
        private final Thread clock;

        private People(Product node, String stream) {
            this.clock = Thread.ofPlatform().start(() -> {
                long next = System.nanoTime();
                int sent = 0;
                while (!ended.get()) {
                    long due = next;
                    int number = sent++;
                    threads.execute(() -> {
                        if (!ended.get()) {
                            node.append(stream + "-" + number % 100, "request");
                        }
                        synchronized (nanos) {
                            nanos.add(System.nanoTime() - due);
                        }
                        open.release();
                    });
                    next += TimeUnit.MILLISECONDS.toNanos(20);
                    LockSupport.parkNanos(next - System.nanoTime());
                }
                open.acquireUninterruptibly(sent);
            });
        }

        static People sending(Product node, String stream) {
            for (int i = 0; i < 100; i++) {
                try {
                    node.create(stream + "-" + i);
                } catch (RuntimeException there) {
                    // from the measurement before
                }
            }
            return new People(node, stream);
        }

        String end() throws InterruptedException {
            ended.set(true);
            clock.join();
            threads.close();
            long[] sorted = nanos.stream().mapToLong(Long::longValue).toArray();
            Arrays.sort(sorted);
            return "%,d, p50 %.1f ms, p99 %.1f ms, longest %.1f ms"
                    .formatted(
                            sorted.length,
                            sorted[sorted.length / 2] / 1e6,
                            sorted[sorted.length * 99 / 100] / 1e6,
                            sorted[sorted.length - 1] / 1e6);
        }
    }
}
