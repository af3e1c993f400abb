package org.crossface.platform.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventsourcing.eventstore.DomainEventStream;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.messaging.unitofwork.DefaultUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.axonframework.serialization.upcasting.event.EventUpcaster;
import org.axonframework.serialization.upcasting.event.NoOpEventUpcaster;
import org.crossface.platform.api.Metadata;
import org.crossface.platform.eventstore.EventNames;
import org.crossface.platform.eventstore.PostgresEventStorageEngine;
import org.crossface.platform.loops.Loops;
import org.crossface.platform.testing.TestEventStore;
import org.crossface.platform.testing.TestPostgres;
import org.crossface.platform.wakeup.WakeUp;
import org.crossface.platform.wakeup.WakingEventStore;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** An aggregate's snapshot and the events after it come in one round trip, and as they would in two. */
class AggregateLoadTest {

    private static final int BATCH = 3;
    private static final TestPostgres postgres = TestPostgres.with();
    private static final StatementCounter statements = new StatementCounter(postgres.server());

    private final List<WakingEventStore> stores = new ArrayList<>();

    @AfterAll
    static void closePostgres() {
        postgres.close();
    }

    @AfterEach
    void close() {
        stores.forEach(WakingEventStore::shutDown);
        postgres.ownerJdbc()
                .sql("TRUNCATE eventstore.event, eventstore.snapshot, subjectkeys.subject_key")
                .update();
    }

    private static TestEventStore node(EventUpcaster upcasters) {
        return TestEventStore.on(
                statements,
                TestEventStore.keyEncryptionKey(),
                EventNames.of(Ledger.Opened.class, Ledger.Entered.class),
                builder -> builder.batchSize(BATCH).upcasterChain(upcasters));
    }

    private EventStore store(PostgresEventStorageEngine engine) {
        Loops loops = new Loops();
        WakingEventStore store = WakingEventStore.on(engine, new WakeUp(postgres.endpoint(), loops), loops)
                .build();
        stores.add(store);
        return store;
    }

    /** As any real chain, it gives back another stream than it is given. */
    private static EventUpcaster chain(boolean upcasting) {
        return upcasting ? events -> events.map(event -> event) : NoOpEventUpcaster.INSTANCE;
    }

    private static void append(TestEventStore node, int events) {
        node.append(
                "Ledger",
                "l",
                Map.of(Metadata.PATIENT, "patient-1"),
                IntStream.range(0, events)
                        .mapToObj(n -> new Ledger.Entered("l", n))
                        .toArray());
    }

    private static void snapshot(TestEventStore node, long sequenceNumber) {
        node.engine()
                .storeSnapshot(
                        new GenericDomainEventMessage<>("Ledger", "l", sequenceNumber, new Ledger.Opened("state")));
    }

    private static List<Object> payloads(DomainEventStream stream) {
        List<Object> payloads = new ArrayList<>();
        stream.asStream().map(DomainEventMessage::getPayload).forEach(payloads::add);
        return payloads;
    }

    private static Object entered(int number) {
        return new Ledger.Entered("l", number);
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void comesInOneRoundTrip(boolean upcasting) {
        TestEventStore node = node(chain(upcasting));
        EventStore store = store(node.engine());
        append(node, 2);
        int before = statements.count();
        DomainEventStream events = store.readEvents("l");
        assertThat(payloads(events)).containsExactly(entered(0), entered(1));
        assertThat(events.getLastSequenceNumber()).isOne();
        assertThat(statements.count() - before).isOne();
        snapshot(node, 0);
        payloads(store.readEvents("l")); // from now on the key of the snapshot is known
        int again = statements.count();
        DomainEventStream shorter = store.readEvents("l");
        assertThat(payloads(shorter)).containsExactly(new Ledger.Opened("state"), entered(1));
        assertThat(shorter.getLastSequenceNumber()).isOne();
        assertThat(statements.count() - again).isOne();
        assertThat(payloads(store.readEvents("none"))).isEmpty();
        assertThat(statements.count() - again).isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void aLongStreamComesInBatchesAndInOrder(boolean upcasting) {
        TestEventStore node = node(chain(upcasting));
        append(node, 10);
        Object[] all =
                IntStream.range(0, 10).mapToObj(AggregateLoadTest::entered).toArray();
        assertThat(payloads(store(node.engine()).readEvents("l"))).containsExactly(all);
        assertThat(payloads(store(node.engine()).readEvents("l", 8))).containsExactly(entered(8), entered(9));
        snapshot(node, 3);
        DomainEventStream events = store(node.engine()).readEvents("l");
        assertThat(payloads(events))
                .containsExactly(
                        new Ledger.Opened("state"),
                        entered(4),
                        entered(5),
                        entered(6),
                        entered(7),
                        entered(8),
                        entered(9));
        assertThat(events.getLastSequenceNumber()).isEqualTo(9);
    }

    @Test
    void theSnapshotOfAnErasedPatientIsPassedOver() {
        TestEventStore node = node(NoOpEventUpcaster.INSTANCE);
        append(node, 2);
        snapshot(node, 0);
        node.keys().destroy("patient-1");
        assertThat(payloads(store(node.engine()).readEvents("l"))).containsExactly(entered(0), entered(1));
    }

    @Test
    void aSnapshotThatCannotBeReadIsPassedOver() {
        TestEventStore node = node(NoOpEventUpcaster.INSTANCE);
        append(node, 2);
        snapshot(node, 1);
        postgres.ownerJdbc()
                .sql("UPDATE eventstore.snapshot SET payload = '{\"$s\":\"AAAA\"}'")
                .update();
        assertThat(payloads(store(node.engine()).readEvents("l"))).containsExactly(entered(0), entered(1));
    }

    @Test
    void whatTheUnitOfWorkIsAboutToAppendBelongsToIt() {
        TestEventStore node = node(NoOpEventUpcaster.INSTANCE);
        append(node, 1);
        EventStore store = store(node.engine());
        UnitOfWork<?> work = DefaultUnitOfWork.startAndGet(null);
        store.publish(new GenericDomainEventMessage<>("Ledger", "l", 1, entered(1)));
        assertThat(payloads(store.readEvents("l"))).containsExactly(entered(0), entered(1));
        work.rollback();
    }
}
