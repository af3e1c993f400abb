package org.crossface.platform.eventstore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.crossface.platform.eventstore.FaultyConnections.Fault;
import org.crossface.platform.testing.TestPostgres;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/** Units of work that share transactions, beside ones that fail, and on connections that break. */
@Timeout(60)
class GroupAppenderTest {

    private static final TestPostgres postgres = TestPostgres.with();

    private final FaultyConnections connections = new FaultyConnections(postgres.server());
    private final GroupAppender appender = appender(64);
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    private GroupAppender appender(int mostWaiting) {
        return GroupAppender.start(
                new GroupAppend(1, mostWaiting, 512), new UnitWriter(connections, Duration.ofSeconds(5)));
    }

    @AfterEach
    void stop() {
        appender.close();
        threads.close();
    }

    @AfterAll
    static void close() {
        postgres.close();
    }

    private static NewEvent event(String stream, long sequenceNumber) {
        return event(stream, sequenceNumber, "test.text", "{}");
    }

    @SuppressWarnings("NullAway") // what the database must refuse
    private static NewEvent event(String stream, long sequenceNumber, @Nullable String type, String payload) {
        return new NewEvent(
                sequenceNumber, Instant.now(), stream, "Test", UUID.randomUUID().toString(), type, "1", payload, "{}");
    }

    private static AppendUnit unit(NewEvent... events) {
        return new AppendUnit(List.of(events), null);
    }

    private static AppendUnit keyed(String key, NewEvent event) {
        return new AppendUnit(List.of(event), new KeptAnswer("actor", key, "POST /x", "hash", "stream", 0));
    }

    /** All of these wait while the writer is busy with another unit, so they make up one group. */
    private List<Future<long[]>> together(AppendUnit... units) throws Exception {
        CountDownLatch shut = connections.shut();
        Future<long[]> first = threads.submit(append(unit(event(newStream(), 0))));
        await().until(() -> connections.waiting() == 1);
        List<Future<long[]>> futures = new ArrayList<>();
        for (AppendUnit unit : units) {
            futures.add(threads.submit(append(unit)));
            int expected = futures.size();
            await().until(() -> appender.figures().waiting() == expected);
        }
        shut.countDown();
        first.get();
        return futures;
    }

    private Callable<long[]> append(AppendUnit unit) {
        return () -> appender.append(unit);
    }

    private static String newStream() {
        return UUID.randomUUID().toString();
    }

    private static List<String> transactionsOf(String... streams) {
        return postgres.serverJdbc()
                .sql("SELECT DISTINCT xmin::text FROM eventstore.event WHERE aggregate_id = ANY (?)")
                .param(streams)
                .query(String.class)
                .list();
    }

    private static List<Long> positionsOf(String stream) {
        return postgres.serverJdbc()
                .sql("SELECT position FROM eventstore.event WHERE aggregate_id = ? ORDER BY sequence_number")
                .param(stream)
                .query(Long.class)
                .list();
    }

    @Test
    void unitsThatWaitShareOneTransactionAndOneStatement() throws Exception {
        String a = newStream();
        String b = newStream();
        String c = newStream();
        List<Future<long[]>> futures =
                together(unit(event(a, 0), event(a, 1)), unit(event(b, 0)), keyed("shared", event(c, 0)));
        assertThat(futures.get(0).get())
                .containsExactly(positionsOf(a).get(0), positionsOf(a).get(1));
        assertThat(futures.get(1).get()).containsExactly(positionsOf(b).get(0));
        assertThat(futures.get(2).get()).containsExactly(positionsOf(c).get(0));
        assertThat(transactionsOf(a, b, c)).hasSize(1);
        assertThat(connections.statements)
                .as("one for the first unit, one for the group")
                .hasValue(2);
        AppendFigures figures = appender.figures();
        assertThat(figures.transactions()).isEqualTo(2);
        assertThat(figures.units()).isEqualTo(4);
        assertThat(figures.events()).isEqualTo(5);
        assertThat(figures.alone()).isZero();
    }

    @Test
    void noFaultOfOneFailsAnother() throws Exception {
        String taken = newStream();
        appender.append(unit(event(taken, 0)));
        String good = newStream();
        String better = newStream();
        List<Future<long[]>> futures = together(
                unit(event(good, 0)),
                unit(event(taken, 0)),
                unit(event(newStream(), 0, "test.text", "not json")),
                unit(event(newStream(), 0, "test.text", "{\"no such\":\"\u0000 character\"}")),
                unit(event(newStream(), 0, null, "{}")),
                unit(event(tooLongForAnIndex(), 0)),
                unit(event(better, 0)));
        assertThat(futures.get(0).get()).containsExactly(positionsOf(good).get(0));
        assertThat(futures.get(6).get()).containsExactly(positionsOf(better).get(0));
        assertThat(List.of(1, 2, 3, 4))
                .extracting(n -> failureOf(futures.get(n)).failure().getSQLState())
                .containsExactly("23505", "22P02", "22021", "23502");
        assertThat(failureOf(futures.get(5)).failure().getSQLState()).startsWith("54");
        assertThat(appender.figures().alone()).isEqualTo(7);
    }

    private static String tooLongForAnIndex() {
        return new Random(1)
                .ints(8000, 'a', 'z')
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    private static AppendFailure failureOf(Future<long[]> future) {
        try {
            future.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof AppendFailure failure) {
                return failure;
            }
            throw new AssertionError(e);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
        throw new AssertionError("It did not fail");
    }

    @Test
    void severalStreamsOfAUnitAreAppendedTogetherOrNotAtAll() throws Exception {
        String taken = newStream();
        appender.append(unit(event(taken, 0)));
        String half = newStream();
        String other = newStream();
        String whole = newStream();
        List<Future<long[]>> futures =
                together(unit(event(half, 0), event(taken, 0)), unit(event(whole, 0), event(other, 0)));
        assertThat(failureOf(futures.get(0)).isDuplicate()).isTrue();
        assertThat(positionsOf(half)).isEmpty();
        assertThat(futures.get(1).get()).hasSize(2);
        assertThat(transactionsOf(whole, other)).hasSize(1);
    }

    @Test
    void anAnswerIsKeptInTheTransactionOfItsEvents() throws Exception {
        String a = newStream();
        String b = newStream();
        String c = newStream();
        long position = appender.append(keyed("key", event(a, 0)))[0];
        assertThat(postgres.serverJdbc()
                        .sql("SELECT position FROM dispatch.idempotency WHERE key = 'key' AND xmin::text = ?")
                        .param(transactionsOf(a).get(0))
                        .query(Long.class)
                        .single())
                .isEqualTo(position);
        List<Future<long[]>> futures = together(keyed("key", event(b, 0)), keyed("other key", event(c, 0)));
        assertThat(failureOf(futures.get(0)).constraint()).isEqualTo("idempotency_pkey");
        assertThat(positionsOf(b)).isEmpty();
        assertThat(futures.get(1).get()).containsExactly(positionsOf(c).get(0));
    }

    @Test
    void isNotAcknowledgedBeforeTheCommit() throws Exception {
        String stream = newStream();
        Future<long[]> appended;
        try (Connection other = postgres.owner().getConnection();
                Statement statement = other.createStatement()) {
            other.setAutoCommit(false);
            statement.execute("LOCK TABLE eventstore.event IN EXCLUSIVE MODE");
            appended = threads.submit(append(unit(event(stream, 0))));
            await().until(GroupAppenderTest::oneWaitsForTheTable);
            assertThat(appended.isDone()).isFalse();
            other.rollback();
        }
        assertThat(appended.get()).containsExactly(positionsOf(stream).get(0));
    }

    private static boolean oneWaitsForTheTable() {
        return postgres.ownerJdbc()
                .sql("SELECT count(*) = 1 FROM pg_locks WHERE NOT granted AND relation = 'eventstore.event'::regclass")
                .query(Boolean.class)
                .single();
    }

    @ParameterizedTest
    @EnumSource(
            value = Fault.class,
            names = {"BEFORE_THE_STATEMENT", "AFTER_THE_COMMIT"})
    void aLostConnectionLeavesEachUnitStoredOnceAndNoneRefused(Fault fault) throws Exception {
        String a = newStream();
        String b = newStream();
        String key = newStream();
        CountDownLatch shut = connections.shut();
        Future<long[]> first = threads.submit(append(unit(event(a, 0), event(a, 1))));
        await().until(() -> connections.waiting() == 1);
        Future<long[]> second = threads.submit(append(keyed(key, event(b, 0))));
        await().until(() -> appender.figures().waiting() == 1);
        connections.next.set(fault);
        shut.countDown();
        assertThat(first.get())
                .containsExactly(positionsOf(a).get(0), positionsOf(a).get(1))
                .hasSize(positionsOf(a).size());
        assertThat(second.get()).containsExactly(positionsOf(b).get(0));
    }

    @Test
    void aTerminatedBackendIsNoReasonToRefuse() throws Exception {
        String stream = newStream();
        Future<long[]> appended;
        try (Connection other = postgres.owner().getConnection();
                Statement statement = other.createStatement()) {
            other.setAutoCommit(false);
            statement.execute("LOCK TABLE eventstore.event IN EXCLUSIVE MODE");
            appended = threads.submit(append(unit(event(stream, 0))));
            await().until(GroupAppenderTest::oneWaitsForTheTable);
            terminate("SELECT pid FROM pg_locks WHERE NOT granted AND relation = 'eventstore.event'::regclass");
            other.rollback();
        }
        assertThat(appended.get()).containsExactly(positionsOf(stream).get(0));
    }

    private static void terminate(String pids) {
        postgres.serverJdbc()
                .sql("SELECT pg_terminate_backend(pid) FROM (" + pids + ") AS sessions")
                .query(Boolean.class)
                .list();
    }

    @Test
    void anAppendThatLostItsRaceWhileItsConnectionWasLostIsRefused() throws Exception {
        String stream = newStream();
        appender.append(unit(event(stream, 0)));
        connections.next.set(Fault.BEFORE_THE_STATEMENT);
        assertThatThrownBy(() -> appender.append(unit(event(stream, 0))))
                .isInstanceOfSatisfying(
                        AppendFailure.class, e -> assertThat(e.isDuplicate()).isTrue());
    }

    @Test
    void saysSoWhenNobodyKnows() {
        try (GroupAppender impatient =
                GroupAppender.start(GroupAppend.defaults(), new UnitWriter(connections, Duration.ofMillis(50)))) {
            connections.next.set(Fault.AFTER_THE_COMMIT_FOR_GOOD);
            String stream = newStream();
            assertThatThrownBy(() -> impatient.append(unit(event(stream, 0)))).isInstanceOf(AppendOutcomeUnknown.class);
            assertThat(positionsOf(stream)).hasSize(1);
        }
    }

    @Test
    void refusesAtOnceWhatCannotReachTheServer() {
        connections.beUnreachable(1);
        assertThatThrownBy(() -> appender.append(unit(event(newStream(), 0))))
                .isInstanceOfSatisfying(
                        AppendFailure.class, e -> assertThat(e.outcome()).isEqualTo(AppendFailure.Outcome.ABSENT));
    }

    @Test
    void refusesWhatFindsTheQueueFull() throws Exception {
        MeterRegistry meters = new SimpleMeterRegistry();
        try (GroupAppender small = appender(2)) {
            new AppendMetrics(small).bindTo(meters);
            CountDownLatch shut = connections.shut();
            List<Future<long[]>> futures = new ArrayList<>();
            futures.add(threads.submit(() -> small.append(unit(event(newStream(), 0)))));
            await().until(() -> connections.waiting() == 1);
            futures.add(threads.submit(() -> small.append(unit(event(newStream(), 0)))));
            futures.add(threads.submit(() -> small.append(unit(event(newStream(), 0)))));
            await().until(() -> small.figures().waiting() == 2);
            assertThat(small.figures().oldest()).isPositive();
            assertThatThrownBy(() -> small.append(unit(event(newStream(), 0)))).isInstanceOf(AppendRefused.class);
            assertThat(small.figures().refused()).isOne();
            assertThat(meters.get("crossface.eventstore.append.refused")
                            .functionCounter()
                            .count())
                    .isOne();
            assertThat(meters.get("crossface.eventstore.append.waiting").gauge().value())
                    .isEqualTo(2);
            assertThat(meters.get("crossface.eventstore.append.oldest").gauge().value())
                    .isPositive();
            shut.countDown();
            for (Future<long[]> future : futures) {
                assertThat(future.get()).hasSize(1);
            }
        }
        assertThat(meters.get("crossface.eventstore.append.group").summary().totalAmount())
                .isEqualTo(3);
        assertThat(meters.get("crossface.eventstore.append.queued").timer().count())
                .isEqualTo(2);
        assertThat(meters.get("crossface.eventstore.append.commit").timer().max(TimeUnit.NANOSECONDS))
                .isPositive();
    }

    @Test
    void appendsWhatWaitsBeforeItStopsAndNothingAfter() throws Exception {
        String stream = newStream();
        CountDownLatch shut = connections.shut();
        Future<long[]> first = threads.submit(append(unit(event(newStream(), 0))));
        await().until(() -> connections.waiting() == 1);
        Future<long[]> second = threads.submit(append(unit(event(stream, 0))));
        await().until(() -> appender.figures().waiting() == 1);
        Future<?> closed = threads.submit(appender::close);
        await().until(appender::isStopping);
        assertThatThrownBy(() -> appender.append(unit(event(newStream(), 0)))).isInstanceOf(AppendRefused.class);
        assertThat(closed.isDone()).isFalse();
        shut.countDown();
        closed.get();
        assertThat(first.get()).hasSize(1);
        assertThat(second.get()).containsExactly(positionsOf(stream).get(0));
    }

    @Test
    void theEngineRefusesSessionsThatLoseAcknowledgedEvents() throws SQLException {
        try (Connection session = postgres.server().getConnection();
                Statement statement = session.createStatement()) {
            statement.execute("SET synchronous_commit = off");
            PostgresEventStorageEngine.Builder builder = AxonEngineContractTest.builder(postgres);
            assertThatThrownBy(() -> builder.dataSource(new SingleConnectionDataSource(session, true))
                            .build())
                    .hasMessageContaining("synchronous_commit");
            statement.execute("SET synchronous_commit = on");
        }
    }
}
