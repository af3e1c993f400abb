package org.crossface.platform.wakeup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.awaitility.core.ConditionFactory;
import org.awaitility.core.ConditionTimeoutException;
import org.crossface.platform.embedded.PostgresChild;
import org.crossface.platform.loops.Loops;
import org.crossface.platform.schema.Login;
import org.crossface.platform.schema.PostgresEndpoint;
import org.crossface.platform.schema.SchemaMigrator;
import org.crossface.platform.testing.TestPostgres;
import org.crossface.platform.wakeup.Node.Reader;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Two nodes on one database. They poll so seldom that only the wake-up can explain what arrives. */
class WakeUpTest {

    private static final TestPostgres postgres = TestPostgres.with();
    private static final Duration NEVER = Duration.ofMinutes(10);

    @AfterAll
    static void close() {
        postgres.close();
    }

    private static ConditionFactory soon() {
        return await().pollInterval(Duration.ofMillis(5)).atMost(Duration.ofSeconds(20));
    }

    @ParameterizedTest
    @EnumSource(Reader.class)
    void anEventReachesTheReadersOfBothNodesWithoutPolling(Reader reader) {
        String group = "both-" + reader;
        try (Node here = new Node(postgres, group + "-here", reader, NEVER, struck -> {});
                Node there = new Node(postgres, group + "-there", reader, NEVER, struck -> {})) {
            soon().until(() -> here.wakeUp.isListening() && there.wakeUp.isListening());
            // The first event finds readers that have just begun; the others find them asleep.
            for (int i = 0; i < 5; i++) {
                String id = group + i;
                here.publish(id);
                soon().until(() -> here.seen.contains(id));
                soon().until(() -> there.seen.contains(id));
            }
        }
    }

    @Test
    void withoutTheWakeUpNothingArrives() {
        try (Node here = new Node(postgres, "silent", Reader.TRACKING, NEVER, struck -> {})) {
            // A new connection counts as a signal, so it must not come later.
            soon().until(here.wakeUp::isListening);
            here.publish("awake");
            soon().until(() -> here.seen.contains("awake"));
            String asleep = sleepThrough(here);
            here.waking().wake();
            soon().until(() -> here.seen.contains(asleep));
        }
    }

    /** Appends until an event is not seen: a look that was under way may still find the first ones. */
    private static String sleepThrough(Node node) {
        for (int i = 0; i < 20; i++) {
            String id = "asleep" + i;
            soon().until(() -> !node.waking().willLookAgain());
            node.appendSilently(id);
            try {
                await().atMost(Duration.ofMillis(700)).until(() -> node.seen.contains(id));
            } catch (ConditionTimeoutException unseen) {
                return id;
            }
        }
        throw new AssertionError("something other than the wake-up has the node look");
    }

    @Test
    void whatACutConnectionHasMissedIsFetchedWhenItIsBack() {
        try (Node here = new Node(postgres, "cut-here", Reader.TRACKING, NEVER, struck -> {});
                Node there = new Node(postgres, "cut-there", Reader.TRACKING, NEVER, struck -> {})) {
            soon().until(() -> here.wakeUp.isListening() && there.wakeUp.isListening());
            here.publish("before");
            soon().until(() -> there.seen.contains("before"));
            assertThat(terminate("crossface-listener")).isGreaterThanOrEqualTo(2);
            terminate("crossface-notifier");
            here.publish("during");
            soon().until(() -> there.seen.contains("during"));
            soon().until(() -> here.wakeUp.isListening() && there.wakeUp.isListening());
            here.publish("after");
            soon().until(() -> there.seen.contains("after"));
        }
    }

    /** Connections of this database only, since other tests have theirs. */
    private static int terminate(String application) {
        return postgres.serverJdbc()
                .sql("SELECT count(pg_terminate_backend(pid)) FROM pg_stat_activity"
                        + " WHERE datname = current_database() AND application_name = ?")
                .param(application)
                .query(Integer.class)
                .single();
    }

    @Test
    void anEventBehindARolledBackOneArrivesThoughNobodyTells() throws SQLException {
        try (Node here = new Node(postgres, "held", Reader.TRACKING, NEVER, struck -> {});
                Connection slow = postgres.server().getConnection()) {
            here.publish("free");
            soon().until(() -> here.seen.contains("free"));
            slow.setAutoCommit(false);
            insert(slow, "rolled back");
            here.publish("held back");
            slow.rollback();
            soon().until(() -> here.seen.contains("held back"));
        }
    }

    private static void insert(Connection connection, String id) throws SQLException {
        try (PreparedStatement statement =
                connection.prepareStatement("INSERT INTO eventstore.event (sequence_number, time, aggregate_id,"
                        + " aggregate_type, event_id, payload_type, payload, metadata)"
                        + " VALUES (0, now(), ?, 'Test', ?, 'test.struck', '{}', '{}')")) {
            statement.setString(1, id);
            statement.setString(2, id);
            statement.executeUpdate();
        }
    }

    @Test
    void aNodeIsNotWokenByItself() {
        Loops loops = new Loops();
        WakeUp one = new WakeUp(postgres.endpoint(), loops);
        WakeUp other = new WakeUp(postgres.endpoint(), loops);
        AtomicInteger own = new AtomicInteger();
        AtomicInteger others = new AtomicInteger();
        one.whenWoken(Signal.EVENTS, own::incrementAndGet);
        other.whenWoken(Signal.EVENTS, others::incrementAndGet);
        one.start();
        other.start();
        try {
            // Each connection counts as a signal.
            soon().until(() -> own.get() == 1 && others.get() == 1);
            one.tellOthers(Signal.EVENTS);
            soon().until(() -> others.get() == 2);
            assertThat(own).hasValue(1);
            long begin = System.nanoTime();
            while (System.nanoTime() - begin < Duration.ofMillis(200).toNanos()) {
                one.tellOthers(Signal.EVENTS);
            }
            long millis = Duration.ofNanos(System.nanoTime() - begin).toMillis();
            soon().until(() -> others.get() > 2);
            assertThat(others).as("told every 5 ms at most").hasValueLessThanOrEqualTo((int) (millis / 5) + 4);
        } finally {
            one.stop();
            other.stop();
        }
        assertThat(loops.lastBeats()).isEmpty();
    }

    @Test
    void changesOfViewsReachOtherNodesOnceTheyAreCommittedAndOnlyOnce() {
        Loops loops = new Loops();
        JdbcClient jdbc = postgres.serverJdbc();
        TransactionTemplate transaction = new TransactionTemplate(new JdbcTransactionManager(postgres.server()));
        WakeUp wakeHere = new WakeUp(postgres.endpoint(), loops);
        WakeUp wakeThere = new WakeUp(postgres.endpoint(), loops);
        ViewChangeFeed here = new ViewChangeFeed(jdbc, wakeHere, loops);
        ViewChangeFeed there = new ViewChangeFeed(jdbc, wakeThere, loops);
        List<ViewChange> heardHere = new CopyOnWriteArrayList<>();
        List<ViewChange> heardThere = new CopyOnWriteArrayList<>();
        AtomicInteger looks = new AtomicInteger();
        here.follow(heardHere::addAll);
        there.follow(changes -> {
            looks.incrementAndGet();
            heardThere.addAll(changes);
        });
        List<AutoCloseable> ended = List.of(here::stop, there::stop, wakeHere::stop, wakeThere::stop);
        wakeHere.start();
        wakeThere.start();
        here.start();
        there.start();
        try {
            soon().until(() -> looks.get() > 0);
            ViewChange late = new ViewChange("board", "late", 1);
            ViewChange early = new ViewChange("board", "early", 2);
            transaction.executeWithoutResult(status -> {
                here.record(List.of(late));
                // A later transaction commits first, so its row is read while the earlier row is invisible.
                Thread other = Thread.ofPlatform().start(() -> {
                    transaction.executeWithoutResult(inner -> here.record(List.of(early)));
                    here.committed();
                });
                soon().until(() -> heardThere.contains(early) && !other.isAlive());
                assertThat(heardThere).containsExactly(early);
            });
            here.committed();
            soon().until(() -> heardThere.contains(late));
            transaction.executeWithoutResult(status -> {
                here.record(List.of(new ViewChange("board", "rolled back", 3)));
                status.setRollbackOnly();
            });
            ViewChange last = new ViewChange("board", "last", 4);
            here.record(List.of(last));
            soon().until(() -> heardThere.contains(last));
            assertThat(heardThere).containsExactly(early, late, last);
            assertThat(heardHere).as("its own are told within the node").isEmpty();
            here.doubt();
            soon().until(() -> heardHere.contains(last));
            assertThat(heardHere)
                    .as("unless the node does not know of them")
                    .containsExactlyInAnyOrder(early, late, last);
        } finally {
            ended.forEach(WakeUpTest::end);
        }
    }

    @Test
    void whatAFollowerCouldNotTakeIsToldAgain() {
        Loops loops = new Loops();
        JdbcClient jdbc = postgres.serverJdbc();
        WakeUp wakeHere = new WakeUp(postgres.endpoint(), loops);
        WakeUp wakeThere = new WakeUp(postgres.endpoint(), loops);
        ViewChangeFeed here = new ViewChangeFeed(jdbc, wakeHere, loops);
        ViewChangeFeed there = new ViewChangeFeed(jdbc, wakeThere, loops);
        ViewChange change = new ViewChange("board", "once refused", 1);
        List<ViewChange> heard = new CopyOnWriteArrayList<>();
        AtomicInteger looks = new AtomicInteger();
        AtomicInteger refusals = new AtomicInteger();
        there.follow(changes -> {
            looks.incrementAndGet();
            if (changes.contains(change) && refusals.getAndIncrement() == 0) {
                throw new IllegalStateException("A follower that fails");
            }
            heard.addAll(changes);
        });
        List<AutoCloseable> ended = List.of(there::stop, wakeHere::stop, wakeThere::stop);
        wakeHere.start();
        wakeThere.start();
        there.start();
        try {
            soon().until(() -> looks.get() > 0);
            here.record(List.of(change));
            here.committed();
            soon().until(() -> heard.contains(change));
            assertThat(refusals).hasValue(2);
            assertThat(heard).containsExactly(change);
        } finally {
            ended.forEach(WakeUpTest::end);
        }
    }

    private static void end(AutoCloseable part) {
        try {
            part.close();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void wakingAndReadingGoOnAfterTheDatabaseWasRestarted(@TempDir Path directory) {
        PostgresChild first = PostgresChild.start(directory.resolve("postgres"));
        int port = first.port();
        PostgresEndpoint endpoint = new PostgresEndpoint(
                first.jdbcUrl(),
                null,
                new Login(PostgresChild.OWNER, first.ownerPassword()),
                new Login(PostgresChild.SERVER, first.serverPassword()));
        new SchemaMigrator(endpoint, List.of()).migrate();
        Loops loops = new Loops();
        WakeUp here = new WakeUp(endpoint, loops);
        WakeUp there = new WakeUp(endpoint, loops);
        AtomicInteger woken = new AtomicInteger();
        there.whenWoken(Signal.EVENTS, woken::incrementAndGet);
        here.start();
        there.start();
        try (HikariDataSource pool = pool(endpoint);
                Node tracking = node(pool, endpoint, Reader.TRACKING);
                Node pooled = node(pool, endpoint, Reader.POOLED)) {
            soon().until(() -> woken.get() == 1);
            tracking.publish("before");
            soon().until(() -> tracking.seen.contains("before") && pooled.seen.contains("before"));
            first.close();
            soon().until(() -> !there.isListening());
            here.tellOthers(Signal.EVENTS);
            try (PostgresChild second = PostgresChild.start(directory.resolve("postgres"), OptionalInt.of(port))) {
                assertThat(second.port()).isEqualTo(port);
                soon().until(() -> there.isListening() && woken.get() > 1);
                int before = woken.get();
                here.tellOthers(Signal.EVENTS);
                soon().until(() -> woken.get() > before);
                tracking.publish("after");
                soon().until(() -> tracking.seen.contains("after") && pooled.seen.contains("after"));
                for (Node node : List.of(tracking, pooled)) {
                    soon().until(() -> node.loops.lastBeats().stream().noneMatch(Loops.LastBeat::isLate));
                    assertThat(node.loops.lastBeats()).isNotEmpty();
                }
            }
        } finally {
            here.stop();
            there.stop();
        }
    }

    private static Node node(HikariDataSource pool, PostgresEndpoint endpoint, Reader reader) {
        return new Node(
                pool,
                endpoint,
                "restart-" + reader,
                reader,
                Node.Learning.WAKE_UP,
                Duration.ofSeconds(1),
                struck -> {});
    }

    private static HikariDataSource pool(PostgresEndpoint endpoint) {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(endpoint.url());
        config.setUsername(endpoint.server().user());
        config.setPassword(endpoint.server().password());
        config.setMaximumPoolSize(12);
        config.setMinimumIdle(0);
        config.setConnectionTimeout(2_000);
        return new HikariDataSource(config);
    }
}
