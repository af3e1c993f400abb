package org.crossface.platform.dispatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.modelling.command.AggregateStreamCreationException;
import org.crossface.platform.api.Metadata;
import org.crossface.platform.api.Role;
import org.crossface.platform.dispatch.Envelope.Idempotency;
import org.crossface.platform.drill.StoreMode;
import org.crossface.platform.eventstore.EventNames;
import org.crossface.platform.testing.TestEventStore;
import org.crossface.platform.testing.TestPostgres;
import org.crossface.platform.transactions.TransactionOnDemand;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** With one transaction for each command; {@link CommandDispatchInGroupsTest} has the same with shared ones. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CommandDispatchTest {

    private static final EventNames EVENTS = EventNames.of(Ledger.Opened.class, Ledger.Entered.class);
    private static final Envelope NURSE =
            Envelope.of("nurse-1", Role.PACU_NURSE, "org-center", "UI", "TREAT", "request-1");

    private final TestPostgres postgres = TestPostgres.with();
    private final TestEventStore store =
            TestEventStore.on(postgres.server(), TestEventStore.keyEncryptionKey(), EVENTS, mode()::on);

    StoreMode mode() {
        return StoreMode.DIRECT;
    }

    /** Appends an event and writes to another table, without a precaution against a row that is there. */
    record Note(String word) {}

    @BeforeAll
    void start() {
        store.configurer()
                .configureAggregate(Ledger.class)
                .registerCommandHandler(axon -> new Notes(
                        axon.eventStore(), axon.getComponent(TransactionOnDemand.class), postgres.serverJdbc()));
        store.start();
    }

    record Notes(EventStore events, TransactionOnDemand transactions, JdbcClient jdbc) {

        @CommandHandler
        void handle(Note command) {
            transactions.require();
            jdbc.sql("INSERT INTO reservations.holding (set_name, key, holder) VALUES ('notes', ?, 'test')")
                    .param(command.word())
                    .update();
            events.publish(
                    new GenericDomainEventMessage<>("Ledger", command.word(), 0, new Ledger.Opened(command.word())));
        }
    }

    @AfterAll
    void close() {
        store.close();
        postgres.close();
    }

    private Receipt send(Object command, Envelope envelope) {
        return store.dispatch().send(command, envelope);
    }

    private long eventsOf(String ledger) {
        return postgres.serverJdbc()
                .sql("SELECT count(*) FROM eventstore.event WHERE aggregate_id = ?")
                .param(ledger)
                .query(Long.class)
                .single();
    }

    @Test
    void answersWithPositionAndVersion() {
        Receipt opened = send(new Ledger.Open("a1"), NURSE);
        assertThat(opened.streamId()).isEqualTo("a1");
        assertThat(opened.sequenceNumber()).isZero();
        Receipt entered = send(new Ledger.Enter("a1", 5), NURSE);
        assertThat(entered.sequenceNumber()).isEqualTo(1);
        assertThat(entered.position())
                .isGreaterThan(opened.position())
                .isEqualTo(store.engine().lastPositionOf("a1").orElseThrow());
        assertThat(send(new Ledger.Look("a1"), NURSE)).isEqualTo(new Receipt(entered.position(), 1, "a1", false));
    }

    @Test
    void putsTheEnvelopeIntoTheMetadata() {
        send(new Ledger.Open("b1"), NURSE.actingFor("doctor-2").causedBy("conversation", "message-7"));
        Map<String, Object> metadata = store.engine().readEvents("b1").next().getMetaData();
        assertThat(metadata)
                .containsOnly(
                        Map.entry(Metadata.ACTOR, "nurse-1"),
                        Map.entry(Metadata.ROLE, "PACU_NURSE"),
                        Map.entry(Metadata.ORGANISATION, "org-center"),
                        Map.entry(Metadata.SOURCE, "UI"),
                        Map.entry(Metadata.PURPOSE, "TREAT"),
                        Map.entry(Metadata.REQUEST, "request-1"),
                        Map.entry(Metadata.ON_BEHALF_OF, "doctor-2"),
                        Map.entry(Metadata.CORRELATION, "conversation"),
                        Map.entry(Metadata.CAUSATION, "message-7"));
    }

    @Test
    void throwsARefusalAsItWas() {
        send(new Ledger.Open("c1"), NURSE);
        assertThatThrownBy(() -> send(new Ledger.Enter("c1", -1), NURSE)).isInstanceOf(Ledger.Overdrawn.class);
        assertThat(eventsOf("c1")).isOne();
    }

    @Test
    void repeatsTheAnswerOfARepeatedRequest() {
        send(new Ledger.Open("d1"), NURSE);
        Envelope keyed = NURSE.idempotent(new Idempotency("key-d", "POST /enter", "hash"));
        Receipt first = send(new Ledger.Enter("d1", 5), keyed);
        Receipt second = send(new Ledger.Enter("d1", 5), keyed);
        assertThat(second).isEqualTo(new Receipt(first.position(), 1, "d1", true));
        assertThat(eventsOf("d1")).isEqualTo(2);
    }

    /** Its second handling meets the stream that the first one has created. */
    @Test
    void repeatsTheAnswerOfARepeatedCreation() {
        Envelope keyed = NURSE.idempotent(new Idempotency("key-q", "POST /open", "hash"));
        Receipt first = send(new Ledger.Open("q1"), keyed);
        assertThat(send(new Ledger.Open("q1"), keyed)).isEqualTo(new Receipt(first.position(), 0, "q1", true));
        assertThatThrownBy(() -> send(new Ledger.Open("q1"), NURSE))
                .isInstanceOf(AggregateStreamCreationException.class);
        assertThat(eventsOf("q1")).isOne();
    }

    @Test
    void refusesAKeyThatCameWithAnotherRequest() {
        send(new Ledger.Open("e1"), NURSE);
        send(new Ledger.Enter("e1", 5), NURSE.idempotent(new Idempotency("key-e", "POST /enter", "hash")));
        for (Idempotency other : List.of(
                new Idempotency("key-e", "POST /enter", "other"), new Idempotency("key-e", "POST /open", "hash"))) {
            assertThatThrownBy(() -> send(new Ledger.Enter("e1", 6), NURSE.idempotent(other)))
                    .isInstanceOf(IdempotencyKeyReused.class);
        }
        assertThat(eventsOf("e1")).isEqualTo(2);
    }

    @Test
    void forgetsTheKeyOfARefusedRequestAndOfAnOldOne() {
        send(new Ledger.Open("f1"), NURSE);
        Envelope keyed = NURSE.idempotent(new Idempotency("key-f", "POST /enter", "hash"));
        assertThatThrownBy(() -> send(new Ledger.Enter("f1", -5), keyed)).isInstanceOf(Ledger.Overdrawn.class);
        assertThat(send(new Ledger.Enter("f1", 5), keyed).replayed()).isFalse();
        postgres.ownerJdbc()
                .sql(
                        "UPDATE dispatch.idempotency SET created_at = created_at - interval '73 hours' WHERE key = 'key-f'")
                .update();
        assertThat(send(new Ledger.Enter("f1", 5), keyed).replayed()).isFalse();
        assertThat(eventsOf("f1")).isEqualTo(3);
    }

    private void age(String key, int hours) {
        postgres.ownerJdbc()
                .sql(
                        "UPDATE dispatch.idempotency SET created_at = clock_timestamp() - make_interval(hours => ?) WHERE key = ?")
                .params(hours, key)
                .update();
    }

    @Test
    void remembersAKeyForSeventyTwoHours() {
        send(new Ledger.Open("aged-h"), NURSE);
        Envelope keyed = NURSE.idempotent(new Idempotency("key-h", "POST /enter", "hash"));
        send(new Ledger.Enter("aged-h", 5), keyed);
        age("key-h", 71);
        assertThat(send(new Ledger.Enter("aged-h", 5), keyed).replayed())
                .as("after 71 hours")
                .isTrue();
        age("key-h", 73);
        assertThat(send(new Ledger.Enter("aged-h", 5), keyed).replayed())
                .as("after 73 hours")
                .isFalse();
        assertThat(eventsOf("aged-h")).isEqualTo(3);
    }

    @Test
    void clearsAwayOnlyKeysThatAreTooOld() {
        send(new Ledger.Open("aged-i"), NURSE);
        for (String key : List.of("key-i71", "key-i73")) {
            send(new Ledger.Enter("aged-i", 5), NURSE.idempotent(new Idempotency(key, "POST /enter", "hash")));
        }
        age("key-i71", 71);
        age("key-i73", 73);

        new IdempotencyRecords(postgres.serverJdbc()).purge();

        assertThat(postgres.serverJdbc()
                        .sql("SELECT key FROM dispatch.idempotency WHERE key LIKE 'key-i7%'")
                        .query(String.class)
                        .list())
                .containsExactly("key-i71");
    }

    @Test
    void knowsAKeyAsThatOfOneActorOnly() {
        send(new Ledger.Open("aged-j"), NURSE);
        Idempotency request = new Idempotency("key-j", "POST /enter", "hash");
        Envelope other = Envelope.of("nurse-2", Role.PACU_NURSE, "org-center", "UI", "TREAT", "request-1");

        assertThat(send(new Ledger.Enter("aged-j", 5), NURSE.idempotent(request))
                        .replayed())
                .isFalse();
        assertThat(send(new Ledger.Enter("aged-j", 5), other.idempotent(request))
                        .replayed())
                .isFalse();

        assertThat(eventsOf("aged-j")).isEqualTo(3);
    }

    @Test
    void hasOneEffectForConcurrentRepetitions() throws Exception {
        send(new Ledger.Open("g1"), NURSE);
        Envelope keyed = NURSE.idempotent(new Idempotency("key-g", "POST /enter", "hash"));
        List<Receipt> receipts = concurrently(8, () -> send(new Ledger.Enter("g1", 5), keyed));
        assertThat(receipts).filteredOn(receipt -> !receipt.replayed()).hasSize(1);
        assertThat(receipts)
                .extracting(Receipt::position)
                .containsOnly(receipts.getFirst().position());
        assertThat(eventsOf("g1")).isEqualTo(2);
    }

    @Test
    void hasOneEffectAndOneAnswerThoughTheHandlersOwnRowsCollide() throws Exception {
        Envelope keyed = NURSE.idempotent(new Idempotency("key-n", "POST /note", "hash"));
        List<Receipt> receipts = concurrently(8, () -> send(new Note("n1"), keyed));
        assertThat(receipts).filteredOn(receipt -> !receipt.replayed()).hasSize(1);
        assertThat(receipts)
                .extracting(Receipt::position)
                .containsOnly(receipts.getFirst().position());
        assertThatThrownBy(() -> send(new Note("n1"), NURSE)).isInstanceOf(DuplicateKeyException.class);
        assertThat(eventsOf("n1")).isOne();
    }

    @Test
    void refusesAnUnexpectedVersionWhetherTheCommandWouldSucceedOrNot() {
        send(new Ledger.Open("h1"), NURSE);
        assertThat(send(new Ledger.Enter("h1", 5), NURSE.expecting(0)).sequenceNumber())
                .isOne();
        for (Object command : List.of(new Ledger.Enter("h1", 5), new Ledger.Enter("h1", -50), new Ledger.Look("h1"))) {
            assertThatThrownBy(() -> send(command, NURSE.expecting(0)))
                    .isInstanceOfSatisfying(VersionConflict.class, conflict -> {
                        assertThat(conflict.expected()).isZero();
                        assertThat(conflict.actual()).isOne();
                    });
        }
        assertThat(eventsOf("h1")).isEqualTo(2);
    }

    @Test
    void letsOneOfManyWinThatExpectTheSameVersion() throws Exception {
        send(new Ledger.Open("i1"), NURSE);
        List<String> outcomes = concurrently(8, () -> {
            try {
                return "version "
                        + send(new Ledger.Enter("i1", 5), NURSE.expecting(0)).sequenceNumber();
            } catch (VersionConflict e) {
                return "conflict";
            }
        });
        assertThat(outcomes)
                .containsOnlyOnce("version 1")
                .filteredOn("conflict"::equals)
                .hasSize(7);
        assertThat(eventsOf("i1")).isEqualTo(2);
    }

    @Test
    void takesEveryCommandOfManyOnOneStreamOfTwoNodes() throws Exception {
        try (TestEventStore otherNode = TestEventStore.on(postgres, EVENTS)) {
            otherNode.configurer().configureAggregate(Ledger.class);
            otherNode.start();
            send(new Ledger.Open("j1"), NURSE);
            List<CommandDispatch> nodes = List.of(store.dispatch(), otherNode.dispatch());
            List<Long> versions = new ArrayList<>();
            for (int round = 0; round < 10; round++) {
                CountDownLatch both = new CountDownLatch(2);
                try (ExecutorService threads = Executors.newFixedThreadPool(2)) {
                    List<Future<Receipt>> sent = nodes.stream()
                            .map(node -> threads.submit(() -> {
                                both.countDown();
                                both.await();
                                return node.send(new Ledger.Enter("j1", 1), NURSE);
                            }))
                            .toList();
                    for (Future<Receipt> receipt : sent) {
                        versions.add(receipt.get().sequenceNumber());
                    }
                }
            }
            assertThat(versions).doesNotHaveDuplicates().hasSize(20);
            assertThat(eventsOf("j1")).isEqualTo(21);
        }
    }

    /** As an automation does, from within the transaction of its event processor. */
    @Test
    void whatIsSentOutsideATransactionHoldsNoReaderBackAndOutlivesItsRollback() {
        send(new Ledger.Open("o1"), NURSE);
        Envelope derived = NURSE.idempotent(new Idempotency("because-of-event-7", "automation", "hash"));
        try (OutsideTransaction outside = new OutsideTransaction(store.dispatch())) {
            Receipt first = transaction().execute(processing -> {
                Receipt receipt = outside.send(new Ledger.Enter("o1", 5), derived);
                assertThat(store.engine().horizon()).isGreaterThanOrEqualTo(receipt.position());
                processing.setRollbackOnly();
                return receipt;
            });
            assertThat(eventsOf("o1")).isEqualTo(2);
            Receipt again = transaction().execute(repeated -> outside.send(new Ledger.Enter("o1", 5), derived));
            assertThat(again).isEqualTo(new Receipt(first.position(), 1, "o1", true));
            assertThatThrownBy(() -> outside.send(new Ledger.Enter("o1", -50), NURSE))
                    .isInstanceOf(Ledger.Overdrawn.class);
        }
        assertThat(eventsOf("o1")).isEqualTo(2);
    }

    /** The control of the test above: this is why automations send outside. */
    @Test
    void whatIsSentInsideATransactionHoldsReadersBackUntilItEnds() {
        send(new Ledger.Open("p1"), NURSE);
        transaction().executeWithoutResult(processing -> {
            send(new Ledger.Enter("p1", 5), NURSE);
            Receipt other = CompletableFuture.supplyAsync(() -> send(new Ledger.Open("p2"), NURSE))
                    .join();
            assertThat(horizonSeenByOthers()).isLessThan(other.position());
            processing.setRollbackOnly();
        });
        assertThat(eventsOf("p1")).isOne();
        assertThat(store.engine().horizon())
                .isEqualTo(store.engine().lastPositionOf("p2").orElseThrow());
    }

    private TransactionTemplate transaction() {
        return new TransactionTemplate(new JdbcTransactionManager(postgres.server()));
    }

    private long horizonSeenByOthers() {
        return postgres.ownerJdbc()
                .sql("SELECT eventstore.horizon()")
                .query(Long.class)
                .single();
    }

    private interface Call<T> {
        T call();
    }

    private static <T> List<T> concurrently(int threads, Call<T> call) throws Exception {
        CountDownLatch start = new CountDownLatch(threads);
        try (ExecutorService executor = Executors.newFixedThreadPool(threads)) {
            List<Future<T>> futures = new ArrayList<>();
            for (int i = 0; i < threads; i++) {
                futures.add(executor.submit(() -> {
                    start.countDown();
                    start.await();
                    return call.call();
                }));
            }
            List<T> results = new ArrayList<>();
            for (Future<T> future : futures) {
                results.add(future.get());
            }
            return results;
        }
    }
}
