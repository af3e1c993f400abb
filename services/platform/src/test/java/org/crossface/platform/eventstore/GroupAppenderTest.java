package org.crossface.platform.eventstore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Units of work that share transactions, beside ones that fail, and on connections that break. */
@Timeout(60)
class GroupAppenderTest extends GroupAppending {

    /** In this database only: other tests have theirs, in which the table has the same number. */
    private static final String WAITING = " WHERE NOT granted AND relation = 'eventstore.event'::regclass"
            + " AND database = (SELECT oid FROM pg_database WHERE datname = current_database())";

    GroupAppenderTest() {
        super(postgres.server());
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
                unit(at(Instant.MAX)),
                unit(at(Instant.ofEpochSecond(-9_000_000_000_000L))),
                unit(event(newStream(), 0, "test.raises.53200", "{}")),
                unit(event(newStream(), 0, "test.raises.XX000", "{}")),
                unit(event(better, 0)));
        assertThat(futures.get(0).get()).containsExactly(positionsOf(good).get(0));
        assertThat(futures.get(10).get()).containsExactly(positionsOf(better).get(0));
        assertThat(List.of(1, 2, 3, 4, 5, 6, 7, 8, 9))
                .extracting(n -> failureOf(futures.get(n)).failure().getSQLState())
                .containsExactly("23505", "22P02", "22021", "23502", "54000", "22000", "22008", "53200", "XX000");
        assertThat(appender.figures().alone()).isEqualTo(11);
    }

    /** Each of these makes the whole group fail in a way of its own: before it is sent, and as a fault that looks like the server's. */
    @ParameterizedTest
    @ValueSource(strings = {"test.text", "test.raises.53200", "test.raises.XX000"})
    void noFaultThatLooksLikeTheServersFailsAnother(String type) throws Exception {
        String good = newStream();
        Instant time = type.equals("test.text") ? Instant.MAX : Instant.now();
        List<Future<long[]>> futures =
                together(unit(event(good, 0)), unit(at(time, type)), unit(event(newStream(), 0)));
        assertThat(futures.get(0).get()).containsExactly(positionsOf(good).get(0));
        assertThat(futures.get(2).get()).hasSize(1);
        assertThat(failureOf(futures.get(1)).outcome()).isEqualTo(AppendFailure.Outcome.ABSENT);
    }

    private static NewEvent at(Instant time) {
        return at(time, "test.text");
    }

    private static NewEvent at(Instant time, String type) {
        return new NewEvent(0L, time, newStream(), "Test", newStream(), type, "1", "{}", "{}");
    }

    private static String tooLongForAnIndex() {
        return new Random(1)
                .ints(8000, 'a', 'z')
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
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

    private static boolean oneWaitsForTheTable() {
        return postgres.ownerJdbc()
                .sql("SELECT count(*) = 1 FROM pg_locks" + WAITING)
                .query(Boolean.class)
                .single();
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
            terminate("SELECT pid FROM pg_locks" + WAITING);
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
    void aListenerThatFailsTakesNothingBack() throws Exception {
        AtomicInteger told = new AtomicInteger();
        appender.addListener((units, events, waited, took) -> {
            throw new IllegalStateException("told to fail");
        });
        appender.addListener((units, events, waited, took) -> told.addAndGet(units));
        String stream = newStream();
        assertThat(appender.append(unit(event(stream, 0))))
                .containsExactly(positionsOf(stream).get(0));
        assertThat(told).hasValue(1);
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
}
