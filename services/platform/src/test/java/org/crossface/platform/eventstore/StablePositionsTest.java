package org.crossface.platform.eventstore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import org.axonframework.common.AxonConfigurationException;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.modelling.command.AggregateStreamCreationException;
import org.crossface.platform.testing.TestPostgres;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** Readers beside writers that are slow, that roll back and that overtake each other. */
class StablePositionsTest {

    private static final int WRITERS = 12;
    private static final long EVENTS = 20_000;
    private static final long SEED = 17_229;

    private final TestPostgres postgres = TestPostgres.with();
    private final AtomicLong committed = new AtomicLong();
    private final AtomicBoolean writing = new AtomicBoolean(true);

    @AfterEach
    void close() {
        postgres.close();
    }

    private PostgresEventStorageEngine engine(int batchSize) {
        return AxonEngineContractTest.builder(postgres).batchSize(batchSize).build();
    }

    private TransactionTemplate transaction(int isolation) {
        TransactionTemplate template = new TransactionTemplate(new JdbcTransactionManager(postgres.server()));
        template.setIsolationLevel(isolation);
        return template;
    }

    @Test
    void readersSeeEveryCommittedEventOnceAndInOrder() throws Exception {
        List<Long> plain;
        List<Long> smallBatches;
        List<Long> inTransactions;
        List<Long> naive;
        try (ExecutorService threads = Executors.newCachedThreadPool()) {
            List<Future<?>> writers = IntStream.range(0, WRITERS)
                    .<Future<?>>mapToObj(number -> threads.submit(() -> write(number)))
                    .toList();
            Future<List<Long>> plainReader = threads.submit(() -> read(engine(500), false));
            Future<List<Long>> smallReader = threads.submit(() -> read(engine(7), false));
            Future<List<Long>> transactionReader = threads.submit(() -> read(engine(100), true));
            Future<List<Long>> naiveReader = threads.submit(this::readWithoutHorizon);
            for (Future<?> writer : writers) {
                writer.get(5, TimeUnit.MINUTES);
            }
            writing.set(false);
            plain = plainReader.get(2, TimeUnit.MINUTES);
            smallBatches = smallReader.get(2, TimeUnit.MINUTES);
            inTransactions = transactionReader.get(2, TimeUnit.MINUTES);
            naive = naiveReader.get(2, TimeUnit.MINUTES);
        }
        List<Long> stored = postgres.serverJdbc()
                .sql("SELECT position FROM eventstore.event ORDER BY position")
                .query(Long.class)
                .list();
        assertThat(stored).hasSize((int) committed.get()).hasSizeGreaterThanOrEqualTo((int) EVENTS);
        assertThat(stored.getLast()).as("rolled back positions leave holes").isGreaterThan(stored.size());
        assertThat(plain).isEqualTo(stored);
        assertThat(smallBatches).isEqualTo(stored);
        assertThat(inTransactions).isEqualTo(stored);
        assertThat(naive)
                .as("the same writers make a reader without horizon lose events")
                .hasSizeLessThan(stored.size());
    }

    /** Appends to streams of its own, with pauses between taking positions and committing; every seventh transaction is rolled back. */
    private void write(int number) {
        Random random = new Random(SEED + number);
        PostgresEventStorageEngine engine = engine(100);
        TransactionTemplate transaction = transaction(TransactionDefinition.ISOLATION_READ_COMMITTED);
        for (int round = 0; committed.get() < EVENTS; round++) {
            String stream = number + "/" + round;
            boolean rollback = random.nextInt(7) == 0;
            int first = 1 + random.nextInt(20);
            int second = random.nextInt(20);
            transaction.executeWithoutResult(status -> {
                append(engine, stream, 0, first);
                pause(random);
                append(engine, stream, first, second);
                pause(random);
                if (rollback) {
                    status.setRollbackOnly();
                }
            });
            if (!rollback) {
                committed.addAndGet(first + second);
            }
        }
    }

    private static void append(PostgresEventStorageEngine engine, String stream, int from, int count) {
        engine.appendEvents(IntStream.range(from, from + count)
                .mapToObj(sequence -> new GenericDomainEventMessage<>("Test", stream, sequence, "payload"))
                .toList());
    }

    private static void pause(Random random) {
        LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(random.nextInt(25)));
    }

    private List<Long> read(PostgresEventStorageEngine engine, boolean inTransactions) {
        TransactionTemplate transaction = transaction(TransactionDefinition.ISOLATION_READ_COMMITTED);
        List<Long> seen = new ArrayList<>();
        boolean more = true;
        while (more) {
            boolean last = !writing.get();
            if (inTransactions) {
                transaction.executeWithoutResult(status -> {
                    readOnce(engine, seen);
                    readOnce(engine, seen);
                });
            } else {
                readOnce(engine, seen);
            }
            more = !last;
        }
        return seen;
    }

    private static void readOnce(PostgresEventStorageEngine engine, List<Long> seen) {
        long after = seen.isEmpty() ? -1 : seen.getLast();
        engine.readEvents(new GlobalSequenceTrackingToken(after), false)
                .map(TrackedEventMessage::trackingToken)
                .forEach(token -> seen.add(token.position().orElseThrow()));
    }

    /** What a reader would do that takes the highest position it has seen for its place. */
    private List<Long> readWithoutHorizon() {
        List<Long> seen = new ArrayList<>();
        boolean more = true;
        while (more) {
            more = writing.get();
            List<Long> next;
            do {
                next = postgres.serverJdbc()
                        .sql("SELECT position FROM eventstore.event WHERE position > ? ORDER BY position LIMIT 500")
                        .param(seen.isEmpty() ? -1 : seen.getLast())
                        .query(Long.class)
                        .list();
                seen.addAll(next);
            } while (!next.isEmpty());
        }
        return seen;
    }

    @Test
    void refusesToReadWhereTheSnapshotWouldBeOlderThanTheHorizon() {
        PostgresEventStorageEngine engine = engine(100);
        TransactionTemplate repeatable = transaction(TransactionDefinition.ISOLATION_REPEATABLE_READ);
        assertThatThrownBy(() -> repeatable.execute(
                        status -> engine.readEvents(null, false).toList()))
                .rootCause()
                .hasMessageContaining("READ COMMITTED");
    }

    @Test
    void refusesToStartOnASequenceWithACache() {
        postgres.ownerJdbc()
                .sql("ALTER SEQUENCE eventstore.position_seq CACHE 20")
                .update();
        assertThatThrownBy(() -> engine(100))
                .isInstanceOf(AxonConfigurationException.class)
                .hasMessageContaining("CACHE 1");
    }

    @Test
    void aTransactionInFlightHoldsReadersBackAndItsRollbackLetsThemOn() {
        PostgresEventStorageEngine engine = engine(100);
        append(engine, "before", 0, 1);
        transaction(TransactionDefinition.ISOLATION_READ_COMMITTED).executeWithoutResult(status -> {
            append(engine, "in flight", 0, 1);
            List<String> seen = new ArrayList<>();
            Thread other = Thread.ofVirtual().start(() -> {
                PostgresEventStorageEngine otherEngine = engine(100);
                append(otherEngine, "after", 0, 1);
                otherEngine.readEvents(null, false).forEach(event -> seen.add((String) event.getPayload()));
            });
            join(other);
            assertThat(seen).hasSize(1);
            status.setRollbackOnly();
        });
        assertThat(engine.readEvents(null, false)).hasSize(2);
    }

    /** Positions that were rolled back may be handed out again after a crash, so no horizon may be one of them. */
    @Test
    void noHorizonIsAPositionThatWasRolledBack() {
        PostgresEventStorageEngine engine = engine(100);
        TransactionTemplate transaction = transaction(TransactionDefinition.ISOLATION_READ_COMMITTED);
        assertThat(engine.horizon()).isZero();
        append(engine, "before", 0, 1);
        long stored = engine.lastPositionOf("before").orElseThrow();
        transaction.executeWithoutResult(status -> {
            append(engine, "rolled back", 0, 3);
            assertThat(heldBack()).isEqualTo(3);
            status.setRollbackOnly();
        });
        assertThat(engine.horizon()).isEqualTo(stored);
        assertThat(engine.createHeadToken().position()).hasValue(stored);
        assertThat(heldBack()).as("nobody waits for them").isZero();
        transaction.executeWithoutResult(status -> {
            append(engine, "own", 0, 1);
            assertThat(engine.horizon()).isEqualTo(stored);
        });
        assertThat(engine.horizon()).isEqualTo(stored + 4);
    }

    private long heldBack() {
        return new HorizonProbe(postgres.serverJdbc()).read().heldBack();
    }

    private static void join(Thread thread) {
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @Test
    void storesManyEventsAtOnceOrNone() {
        PostgresEventStorageEngine engine = engine(100);
        append(engine, "long", 0, 2500);
        assertThat(engine.lastSequenceNumberFor("long")).contains(2499L);
        append(engine, "short", 2400, 1);
        assertThatThrownBy(() -> append(engine, "short", 0, 2500)).isInstanceOf(AggregateStreamCreationException.class);
        assertThat(postgres.serverJdbc()
                        .sql("SELECT count(*) FROM eventstore.event WHERE aggregate_id = 'short'")
                        .query(Long.class)
                        .single())
                .isOne();
    }
}
