package org.crossface.platform.processing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.axonframework.config.Configuration;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.messaging.annotation.MetaDataValue;
import org.axonframework.spring.messaging.unitofwork.SpringTransactionManager;
import org.crossface.platform.api.EventName;
import org.crossface.platform.api.Harmless;
import org.crossface.platform.eventstore.EventNames;
import org.crossface.platform.eventstore.UndecodableEvent;
import org.crossface.platform.loops.Loops;
import org.crossface.platform.processing.Parking.Later;
import org.crossface.platform.testing.TestEventStore;
import org.crossface.platform.testing.TestPostgres;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Letters that others touch while a processor or the letterProcessor is at work, against the real processor, event store and database. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@SuppressWarnings("NullAway.Init") // set before all tests
class DeadLetterProcessorTest {

    private static final Duration LONG_ENOUGH = Duration.ofSeconds(30);
    private static final String GROUP = "diary";

    /** Text that is written down. */
    @EventName(value = "tests.written", revision = 1)
    record Written(@Harmless String text) {}

    private final TestPostgres postgres = TestPostgres.with();
    private final JdbcClient jdbc = postgres.serverJdbc();
    private final JdbcTransactionManager transactions = new JdbcTransactionManager(postgres.server());
    private final DeadLetters letters = new DeadLetters(jdbc, new TransactionTemplate(transactions));
    private final Set<String> poison = ConcurrentHashMap.newKeySet();
    private final TestEventStore store = TestEventStore.on(postgres, EventNames.of(Written.class));
    private final Loops loops = new Loops();
    private volatile Runnable whenHandled = () -> {};
    private final ExecutorService aside = Executors.newVirtualThreadPerTaskExecutor();
    private Configuration axon;

    @ProcessingGroup(GROUP)
    final class Diary {

        @EventHandler
        void on(Written event, @MetaDataValue("patient") String patient) {
            whenHandled.run();
            if (poison.contains(event.text())) {
                throw new IllegalStateException("Cannot take it");
            }
            jdbc.sql("INSERT INTO public.entry (patient, text) VALUES (?, ?)")
                    .params(patient, event.text())
                    .update();
        }
    }

    @BeforeAll
    void start() {
        postgres.ownerJdbc()
                .sql("CREATE TABLE public.entry (n bigint GENERATED ALWAYS AS IDENTITY, patient text, text text)")
                .update();
        postgres.ownerJdbc().sql("GRANT ALL ON public.entry TO PUBLIC").update();
        store.configurer().eventProcessing(processing -> processing.registerEventHandler(c -> new Diary()));
        axon = store.start();
    }

    @AfterEach
    void clear() {
        whenHandled = () -> {};
        poison.clear();
        letters.clear(GROUP, "tester");
    }

    @AfterAll
    void stop() {
        aside.shutdownNow();
        store.close();
        postgres.close();
    }

    private DeadLetterProcessor letterProcessor(Configuration configuration, Duration keep) {
        return new DeadLetterProcessor(
                configuration, store.engine(), new SpringTransactionManager(transactions), letters, jdbc, keep, loops);
    }

    private DeadLetterProcessor letterProcessor() {
        return letterProcessor(axon, Duration.ofDays(1));
    }

    private void write(String patient, String text) {
        write(patient, "diary-of-" + patient, text);
    }

    private void write(String patient, String stream, String text) {
        store.append("Diary", stream, patient, new Written(text));
    }

    private List<String> entries(String patient) {
        return jdbc.sql("SELECT text FROM public.entry WHERE patient = ? ORDER BY n")
                .param(patient)
                .query(String.class)
                .list();
    }

    private void awaitEntries(String patient, String... texts) {
        await().atMost(LONG_ENOUGH).until(() -> entries(patient).equals(List.of(texts)));
    }

    private List<DeadLetter> lettersOf(String patient) {
        return letters.sequence(GROUP, patient);
    }

    /** An event that was set aside before. A batch that fails makes its processor pause, so none does here. */
    private DeadLetter blocked(String patient, String text) {
        broughtAlong(jdbc, patient);
        write(patient, text);
        await().atMost(LONG_ENOUGH).until(() -> lettersOf(patient).size() == 2);
        jdbc.sql("DELETE FROM processing.dead_letter WHERE processing_group = ? AND dead_letter_id = 'brought-' || ?")
                .params(GROUP, patient)
                .update();
        jdbc.sql("UPDATE processing.dead_letter SET cause_type = 'Failure' WHERE processing_group = ?"
                        + " AND sequence_identifier = ?")
                .params(GROUP, patient)
                .update();
        return lettersOf(patient).getFirst();
    }

    /** As whoever takes the place of a processor's work brings letters along, which its node knows nothing of. */
    private static void broughtAlong(JdbcClient client, String sequence) {
        client.sql("""
                        INSERT INTO processing.dead_letter (dead_letter_id, processing_group, sequence_identifier, sequence_index,
                               message_type, event_identifier, timestamp, payload_type, payload, enqueued_at, cause_type)
                        VALUES ('brought-' || :sequence, :group, :sequence, 0, 'event', 'earlier-of-' || :sequence,
                                '2026-01-01T00:00:00Z', 'tests.written', '', '2026-01-01T00:00:00Z', 'Failure')""").param("sequence", sequence).param("group", GROUP).update();
    }

    private void awaitWaitingForTheFence() {
        await().atMost(LONG_ENOUGH).until(() -> isWaitingFor("advisory"));
    }

    private boolean isWaitingFor(String kindOfLock) {
        return jdbc.sql("SELECT EXISTS (SELECT 1 FROM pg_locks l JOIN pg_stat_activity a USING (pid)"
                        + " WHERE l.locktype = ? AND NOT l.granted AND a.datname = current_database())")
                .param(kindOfLock)
                .query(Boolean.class)
                .single();
    }

    /** The fence of the processor, held alone as by somebody who replaces its letters. */
    private Connection closedFence() throws SQLException {
        Connection connection = postgres.server().getConnection();
        connection.setAutoCommit(false);
        BatchFence.of(client(connection), GROUP).close();
        return connection;
    }

    private static JdbcClient client(Connection connection) {
        return JdbcClient.create(new SingleConnectionDataSource(connection, true));
    }

    @Test
    void anEventWaitsBehindALetterThatThisNodeHasNotWritten() {
        write("ada-1", "1");
        awaitEntries("ada-1", "1");
        broughtAlong(jdbc, "ada-1");

        write("ada-1", "2");
        write("bea-1", "1");

        awaitEntries("bea-1", "1");
        assertThat(entries("ada-1")).containsExactly("1");
        assertThat(lettersOf("ada-1")).hasSize(2);
    }

    @Test
    void anEventWaitsBehindALetterThatWasWrittenWhileItsBatchWaitedAtTheFence() throws SQLException {
        try (Connection other = closedFence()) {
            write("ada-2", "1");
            awaitWaitingForTheFence();
            broughtAlong(client(other), "ada-2");
            other.commit();
        }

        await().atMost(LONG_ENOUGH).until(() -> lettersOf("ada-2").size() == 2);
        assertThat(entries("ada-2")).isEmpty();
    }

    @Test
    void whereMoreSequencesAreBlockedThanAreRememberedTheLastOneStillWaits() {
        jdbc.sql("""
                        INSERT INTO processing.dead_letter (dead_letter_id, processing_group, sequence_identifier, sequence_index,
                               message_type, event_identifier, timestamp, payload_type, payload, enqueued_at, cause_type)
                        SELECT 'many-' || n, ?, 'many-' || n, 0, 'event', 'of-many-' || n, '2026-01-01T00:00:00Z', 'tests.written', '',
                               '2026-01-01T00:00:00Z', 'Failure' FROM generate_series(1, 1200) n""").param(GROUP).update();
        broughtAlong(jdbc, "zoe");

        write("zoe", "1");
        write("ada-3", "1");

        awaitEntries("ada-3", "1");
        assertThat(entries("zoe")).isEmpty();
        assertThat(lettersOf("zoe")).hasSize(2);
    }

    @Test
    void aPoisonEventBlocksThePatientsOtherStreamsToo() {
        poison.add("poison");
        write("ada-4", "poison");
        write("ada-4", "another-stream-of-ada-4", "2");
        write("bea-4", "1");
        awaitEntries("bea-4", "1");
        assertThat(entries("ada-4")).isEmpty();
        assertThat(lettersOf("ada-4"))
                .extracting(DeadLetter::stream)
                .containsExactly("diary-of-ada-4", "another-stream-of-ada-4");

        poison.clear();
        letters.retryAll(GROUP, "tester");
        assertThat(letterProcessor().poll()).isEqualTo(2);
        assertThat(entries("ada-4")).containsExactly("poison", "2");
    }

    @Test
    void aLetterIsTriedWithTheVeryTimeOfItsEvent() {
        DeadLetter letter = blocked("ada-9", "entry");
        Instant stored = jdbc.sql("SELECT time FROM eventstore.event WHERE event_id = ?")
                .param(letter.eventId())
                .query(OffsetDateTime.class)
                .single()
                .toInstant();
        assertThat(store.engine().eventWithId(letter.eventId()).orElseThrow().getTimestamp())
                .isEqualTo(stored);
        assertThat(store.engine()
                        .readEvents(new GlobalSequenceTrackingToken(letter.position() - 1), false)
                        .findFirst()
                        .orElseThrow()
                        .getTimestamp())
                .isEqualTo(stored);
    }

    @Test
    void aRetryThatIsAskedForDuringAnAttemptIsNotForgotten() {
        DeadLetter letter = blocked("ada-5", "poison");
        poison.add("poison");
        letters.retry(letter.id(), "tester");
        CountDownLatch trying = new CountDownLatch(1);
        CountDownLatch mended = new CountDownLatch(1);
        whenHandled = () -> {
            trying.countDown();
            join(mended);
        };
        CompletableFuture<Integer> attempt = CompletableFuture.supplyAsync(letterProcessor()::poll, aside);
        join(trying);
        letters.retry(letter.id(), "tester");
        mended.countDown();
        assertThat(attempt.join()).as("what was tried was not mended").isZero();

        whenHandled = () -> {};
        poison.clear();
        assertThat(letterProcessor().poll()).as("the second wish").isEqualTo(1);
        assertThat(entries("ada-5")).containsExactly("poison");
        assertThat(letterProcessor().poll()).isZero();
    }

    @Test
    void aLetterThatIsHandledJustNowCannotBeParked() {
        DeadLetter letter = blocked("ada-10", "entry");
        letters.retry(letter.id(), "tester");
        CountDownLatch trying = new CountDownLatch(1);
        CountDownLatch parking = new CountDownLatch(1);
        whenHandled = () -> {
            trying.countDown();
            join(parking);
        };
        CompletableFuture<Integer> attempt = CompletableFuture.supplyAsync(letterProcessor()::poll, aside);
        join(trying);
        CompletableFuture<Void> park =
                CompletableFuture.runAsync(() -> letters.park(letter.id(), Later.WAIT, "too late", "tester"), aside);
        await().atMost(LONG_ENOUGH).until(() -> park.isDone() || isWaitingFor("transactionid"));
        parking.countDown();

        assertThat(attempt.join()).isEqualTo(1);
        assertThat(park)
                .failsWithin(LONG_ENOUGH)
                .withThrowableThat()
                .withCauseInstanceOf(DeadLetters.NoSuchLetter.class);
        assertThat(letters.parked(Later.WAIT)).isEmpty();
    }

    @Test
    void aRetryThatAnotherNodeIsAtIsNotForgottenByThisOne() throws SQLException {
        DeadLetter letter = blocked("ada-6", "entry");
        letters.retry(letter.id(), "tester");
        try (Connection otherNode = postgres.server().getConnection()) {
            otherNode.setAutoCommit(false);
            client(otherNode)
                    .sql("SELECT 1 FROM processing.dead_letter WHERE dead_letter_id = ? FOR UPDATE")
                    .param(letter.id())
                    .query(Integer.class)
                    .single();
            assertThat(letterProcessor().poll()).isZero();
            // The other node dies.
            otherNode.rollback();
        }
        assertThat(letterProcessor().poll()).isEqualTo(1);
        assertThat(entries("ada-6")).containsExactly("entry");
    }

    @Test
    void theDeskStandsInNobodysWayWhoReplacesTheLetters() throws SQLException {
        DeadLetter letter = blocked("ada-7", "entry");
        letters.retry(letter.id(), "tester");
        CompletableFuture<Integer> attempt;
        try (Connection other = closedFence()) {
            attempt = CompletableFuture.supplyAsync(letterProcessor()::poll, aside);
            awaitWaitingForTheFence();
            client(other).sql("SET LOCAL lock_timeout = '2s'").update();
            client(other)
                    .sql("DELETE FROM processing.dead_letter WHERE dead_letter_id = ?")
                    .param(letter.id())
                    .update();
            other.commit();
        }
        assertThat(attempt.join()).isZero();
        assertThat(lettersOf("ada-7")).isEmpty();
    }

    @Test
    void theDeskGoesOnAfterATurnThatFailedAndRemovesOnlyWhatHasLeftTheQueue() {
        DeadLetter gone = blocked("ada-8", "left out");
        letters.park(gone.id(), Later.GO_ON, "entered twice", "tester");
        DeadLetter waiting = blocked("bea-8", "parked");
        letters.park(waiting.id(), Later.WAIT, "wait for release 2", "tester");
        DeadLetter due = blocked("cid-8", "due");
        blocked("dan-8", "unasked");
        letters.retry(due.id(), "tester");
        AtomicInteger asked = new AtomicInteger();

        DeadLetterProcessor letterProcessor = letterProcessor(failingAtFirst(asked), Duration.ZERO);
        letterProcessor.start();
        try {
            awaitEntries("cid-8", "due");
            assertThat(loops.lastBeats()).extracting(Loops.LastBeat::name).containsExactly("dead-letter processor");
        } finally {
            letterProcessor.stop();
        }
        assertThat(loops.lastBeats()).isEmpty();

        assertThat(asked).hasValueGreaterThan(1);
        assertThat(letters.parked(Later.GO_ON)).as("has expired").isEmpty();
        assertThat(letters.parked(Later.WAIT)).as("what blocks never expires").hasSize(1);
        assertThat(letters.blocked())
                .extracting(each -> each.head().sequence())
                .containsExactlyInAnyOrder("bea-8", "dan-8");
    }

    @Test
    void aFailureOfTheSurroundingsSetsNobodyAside() {
        AtomicInteger left = new AtomicInteger(2);
        whenHandled = () -> {
            if (left.getAndDecrement() > 0) {
                throw new IllegalStateException(
                        "No answer", new SQLTransientConnectionException("no connection is free"));
            }
        };

        write("ada-9", "1");

        awaitEntries("ada-9", "1");
        assertThat(left).hasNegativeValue();
        assertThat(letters.blocked()).isEmpty();
    }

    @Test
    void whatAnOlderReleaseCouldNotReadIsTriedOnceWhenANodeStarts() {
        DeadLetter unread = blocked("ada-10", "read later");
        DeadLetter other = blocked("bea-10", "still wrong");
        poison.clear();
        postgres.ownerJdbc()
                .sql("UPDATE processing.dead_letter SET cause_type = ? WHERE dead_letter_id = ?")
                .params(UndecodableEvent.class.getName(), unread.id())
                .update();

        DeadLetterProcessor letterProcessor = letterProcessor();
        letterProcessor.start();
        try {
            awaitEntries("ada-10", "read later");
        } finally {
            letterProcessor.stop();
        }
        assertThat(letters.blocked()).extracting(each -> each.head().id()).containsExactly(other.id());
    }

    /** The configuration of the node, which fails in a way that nobody has foreseen when it is asked for the first time. */
    private Configuration failingAtFirst(AtomicInteger asked) {
        return (Configuration) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {Configuration.class}, (proxy, method, arguments) -> {
                    if (method.getName().equals("eventProcessingConfiguration") && asked.incrementAndGet() == 1) {
                        throw new UnsupportedOperationException("for once");
                    }
                    try {
                        return method.invoke(axon, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }

    private static void join(CountDownLatch latch) {
        try {
            assertThat(latch.await(LONG_ENOUGH.toSeconds(), TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
