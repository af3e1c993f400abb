package org.crossface.billing.relay;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.axonframework.common.stream.BlockingStream;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.serialization.SerializationException;
import org.crossface.billing.account.BillingAccount;
import org.jspecify.annotations.Nullable;

/**
 * One session of the relay, from fencing its predecessors to the first fault. It does not recover: after any fault it is closed and another
 * one starts at the position in Kafka, as after a crash.
 */
final class RelaySession implements AutoCloseable {

    private static final int BATCH = 500;
    private static final Duration WAIT = Duration.ofSeconds(1);
    private static final Duration FIRST_EVENT = Duration.ofSeconds(10);
    private static final long IDLE_NANOS = Duration.ofSeconds(1).toNanos();

    private final Producer<String, byte[]> producer;
    private final BlockingStream<TrackedEventMessage<?>> stream;
    private final ChargePublication publication;
    private final ProgressTopic progressTopic;
    private final EventStore events;
    private final Clock clock;
    private final FailPoint failPoint;
    private final PublicationLog log;
    private RelayProgress committed;
    private RelayProgress seen;
    private ParkedPathways parked;
    private long lastCommit = System.nanoTime();

    private RelaySession(
            Relaying relaying,
            Producer<String, byte[]> producer,
            BlockingStream<TrackedEventMessage<?>> stream,
            RelayProgress progress,
            ParkedPathways parked) {
        this.producer = producer;
        this.stream = stream;
        this.events = relaying.events();
        this.publication = new ChargePublication(
                relaying.events(), relaying.kafka().topics().charges());
        this.progressTopic = new ProgressTopic(relaying.kafka());
        this.clock = relaying.clock();
        this.failPoint = relaying.failPoint();
        this.log = relaying.log();
        this.committed = progress;
        this.seen = progress;
        this.parked = parked;
    }

    /** The dependencies of a session. */
    record Relaying(
            KafkaClients kafka,
            short replicas,
            EventStore events,
            StoreIdentity store,
            PublicationLog log,
            Clock clock,
            FailPoint failPoint) {}

    /**
     * Fences earlier relays and reads the position.
     *
     * @throws StoreMismatch if the event store is not the one whose charges are in the topic
     */
    static RelaySession open(Relaying relaying) throws InterruptedException {
        try (var admin = relaying.kafka().admin()) {
            relaying.kafka().topics().ensure(admin, relaying.replicas());
        }
        Producer<String, byte[]> producer = relaying.kafka().transactionalProducer();
        try {
            // Before the position is read: until then an earlier relay may still commit and move it.
            producer.initTransactions();
            ProgressTopic.Restored restored = new ProgressTopic(relaying.kafka()).restore();
            String storeId = relaying.store().id();
            RelayProgress progress = restored.progress()
                    .orElseGet(
                            () -> RelayProgress.start(storeId, relaying.clock().instant()));
            RelaySession session = new RelaySession(
                    relaying, producer, streamAfter(progress, storeId, relaying.events()), progress, restored.parked());
            session.tellPeople(progress);
            return session;
        } catch (InterruptedException | RuntimeException e) {
            producer.close(Duration.ZERO);
            throw e;
        }
    }

    private static BlockingStream<TrackedEventMessage<?>> streamAfter(
            RelayProgress progress, String storeId, EventStore events) throws InterruptedException {
        if (!progress.storeId().equals(storeId)) {
            throw new StoreMismatch("The topic holds the charges of event store " + progress.storeId() + ", this is "
                    + storeId + ". Connect to that event store, or give this one a Kafka of its own.");
        }
        if (progress.position() < 0) {
            return open(events, null);
        }
        BlockingStream<TrackedEventMessage<?>> stream =
                open(events, new GlobalSequenceTrackingToken(progress.position() - 1));
        try {
            requireLastEvent(progress, stream);
            return stream;
        } catch (InterruptedException | RuntimeException e) {
            stream.close();
            throw e;
        }
    }

    private static BlockingStream<TrackedEventMessage<?>> open(
            EventStore events, @Nullable GlobalSequenceTrackingToken token) {
        return events.openStream(token);
    }

    /** An event store that was restored to an older point reuses positions that were already published. */
    private static void requireLastEvent(RelayProgress progress, BlockingStream<TrackedEventMessage<?>> stream)
            throws InterruptedException {
        if (stream.hasNextAvailable((int) FIRST_EVENT.toMillis(), TimeUnit.MILLISECONDS)) {
            TrackedEventMessage<?> last = stream.nextAvailable();
            if (positionOf(last) == progress.position() && last.getIdentifier().equals(progress.eventId())) {
                return;
            }
        }
        throw new StoreMismatch("The event store has no event " + progress.eventId() + " at position "
                + progress.position() + ", up to which charges were published: it was restored to an older point."
                + " Restore it to a later point, or settle with billing and begin a new topic.");
    }

    /**
     * Publishes the events that have arrived, at most one batch, in one transaction with the progress; waits up to a second for events.
     *
     * @return whether more may be waiting
     */
    boolean publishNext() throws InterruptedException {
        Batch batch = new Batch();
        if (stream.hasNextAvailable((int) WAIT.toMillis(), TimeUnit.MILLISECONDS)) {
            do {
                batch.take(stream.nextAvailable());
            } while (batch.size < BATCH && stream.hasNextAvailable());
        }
        commitIfDue(batch);
        return batch.size == BATCH;
    }

    /**
     * Publishes the waiting charges of a parked pathway, in order.
     *
     * @return whether the pathway is free now; it stays parked when a charge can still not be published
     */
    boolean retry(String pathwayId) {
        ParkedPathways.Parked waiting = parked.of(pathwayId).orElse(null);
        if (waiting == null) {
            return true;
        }
        Batch batch = new Batch();
        parked = parked.without(pathwayId);
        try {
            var account = events.readEvents(BillingAccount.idFor(pathwayId), waiting.firstSequence());
            while (account.hasNext()) {
                DomainEventMessage<?> message = account.next();
                if (message.getSequenceNumber() <= waiting.lastSequence() && publication.concerns(message)) {
                    batch.publish(message, waiting.position());
                }
            }
        } catch (SerializationException stillUnreadable) {
            // A stream that cannot be read to its end is not published at all.
            parked = batch.parkedBefore;
            return false;
        }
        commitIfDue(batch);
        return parked.of(pathwayId).isEmpty();
    }

    private void commitIfDue(Batch batch) {
        boolean parkedChanged = !parked.equals(batch.parkedBefore);
        boolean moved = seen.position() > committed.position();
        boolean idleDue = moved && System.nanoTime() - lastCommit > IDLE_NANOS;
        if (batch.records.isEmpty() && !parkedChanged && !idleDue) {
            return;
        }
        List<Future<RecordMetadata>> sent = new ArrayList<>();
        producer.beginTransaction();
        batch.records.forEach(charge -> sent.add(producer.send(charge)));
        failPoint.passed(FailPoint.Step.CHARGES_SENT);
        sent.add(producer.send(progressTopic.record(seen)));
        if (parkedChanged) {
            sent.add(producer.send(progressTopic.record(parked)));
        }
        failPoint.passed(FailPoint.Step.PROGRESS_SENT);
        producer.commitTransaction();
        sent.forEach(Future::resultNow);
        committed = seen;
        lastCommit = System.nanoTime();
        failPoint.passed(FailPoint.Step.COMMITTED);
        if (parkedChanged || !batch.records.isEmpty()) {
            tellPeople(committed);
        }
    }

    private void tellPeople(RelayProgress progress) {
        if (progress.position() >= 0) {
            log.publishedUpTo(progress.position(), progress.at());
        }
        log.parked(parked);
    }

    /** Global position of the last event that a committed transaction covers. */
    long position() {
        return committed.position();
    }

    ParkedPathways parked() {
        return parked;
    }

    private static long positionOf(TrackedEventMessage<?> message) {
        return message.trackingToken()
                .position()
                .orElseThrow(() -> new IllegalStateException("The event store has no positions"));
    }

    /** Abandons an open transaction without telling the broker, as a crash would. */
    @Override
    public void close() {
        stream.close();
        producer.close(Duration.ZERO);
    }

    /** The events of one transaction. */
    private final class Batch {

        private final List<ProducerRecord<String, byte[]>> records = new ArrayList<>();
        private final ParkedPathways parkedBefore = parked;
        private int size;

        private void take(TrackedEventMessage<?> message) {
            size++;
            seen = seen.movedTo(positionOf(message), message.getIdentifier(), clock.instant());
            if (message instanceof DomainEventMessage<?> inStream && publication.concerns(inStream)) {
                publish(inStream, positionOf(message));
            }
        }

        private void publish(DomainEventMessage<?> message, long position) {
            String pathway = pathwayOf(message);
            ParkedPathways.Parked waiting = parked.of(pathway).orElse(null);
            if (waiting != null) {
                parked = parked.with(pathway, waiting.behindIt(message.getSequenceNumber()));
                return;
            }
            try {
                publication.recordOf(message).ifPresent(records::add);
            } catch (UnpublishableCharge poison) {
                long sequence = message.getSequenceNumber();
                parked = parked.with(
                        pathway,
                        new ParkedPathways.Parked(
                                message.getIdentifier(),
                                position,
                                sequence,
                                sequence,
                                String.valueOf(poison.getMessage())));
            }
        }

        private static String pathwayOf(DomainEventMessage<?> message) {
            return message.getAggregateIdentifier()
                    .substring(BillingAccount.idFor("").length());
        }
    }
}
