package org.crossface.platform.wakeup;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.TrackingEventStream;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventsourcing.eventstore.DomainEventStream;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.axonframework.monitoring.MessageMonitor;
import org.axonframework.monitoring.NoOpMessageMonitor;
import org.crossface.platform.eventstore.PostgresEventStorageEngine;
import org.crossface.platform.loops.Loop;
import org.crossface.platform.loops.Loops;
import org.jspecify.annotations.Nullable;

/**
 * An event store whose readers get an event at once, whichever node appended it: after a commit it wakes its own readers and signals the
 * other nodes. Axon's polling stays as the safety net.
 */
public final class WakingEventStore extends EmbeddedEventStore {

    private static final Duration READER_LIMIT = Duration.ofSeconds(60);
    private static final Duration POLLER_LIMIT = Duration.ofSeconds(30);

    private final Set<WatchedStream> streams = ConcurrentHashMap.newKeySet();
    private final Announcer announcer;
    private final WakeUp wakeUp;
    private final Loops loops;
    private final EventStorageEngine engine;
    private final FollowUpPoll secondLook = new FollowUpPoll(() -> super.afterCommit(List.of()));

    private WakingEventStore(Builder builder, Announcer announcer) {
        super(builder.inAxon(announcer));
        this.announcer = announcer;
        this.engine = builder.engine;
        this.wakeUp = builder.wakeUp;
        this.loops = builder.loops;
        announcer.store = this;
        wakeUp.whenWoken(Signal.EVENTS, this::wake);
    }

    /** A store on this engine that sends and receives signals through {@code wakeUp}. */
    public static Builder on(EventStorageEngine engine, WakeUp wakeUp, Loops loops) {
        return new Builder(engine, wakeUp, loops);
    }

    /** Reads an aggregate as Axon does, but snapshot and following events in one round trip. */
    @Override
    public DomainEventStream readEvents(String aggregateIdentifier) {
        return engine instanceof PostgresEventStorageEngine ours
                ? DomainEventStream.concat(
                        ours.readAggregate(aggregateIdentifier, this::handleSnapshotReadingError),
                        DomainEventStream.of(stagedDomainEventMessages(aggregateIdentifier)))
                : super.readEvents(aggregateIdentifier);
    }

    @Override
    protected void afterCommit(List<? extends EventMessage<?>> events) {
        super.afterCommit(events);
        secondLook.due();
        wakeUp.tellOthers(Signal.EVENTS);
    }

    /** Makes the readers of this node fetch events now. */
    public void wake() {
        super.afterCommit(List.of());
        secondLook.due();
    }

    /** Whether further fetches after a wake-up are still scheduled. */
    boolean willLookAgain() {
        return secondLook.isPlanned();
    }

    @Override
    public TrackingEventStream openStream(TrackingToken trackingToken) {
        Loop loop = loops.watch("reader " + Thread.currentThread().getName(), READER_LIMIT);
        WatchedStream stream = new WatchedStream(super.openStream(trackingToken), loop, this);
        streams.add(stream);
        return stream;
    }

    /** A reader that is far behind reads by itself; the store's thread is then idle, not hanging. */
    void readerProceeds() {
        announcer.turn();
    }

    void readerClosed(WatchedStream stream) {
        streams.remove(stream);
        if (streams.isEmpty()) {
            announcer.close();
        }
    }

    @Override
    public void shutDown() {
        secondLook.close();
        announcer.close();
        super.shutDown();
    }

    /** Passes announcements of the engine on to the readers, and watches the store's own thread. */
    private static final class Announcer implements AnnouncingEngine.Announcement {

        private final Loops loops;
        private volatile @Nullable WakingEventStore store;
        private volatile @Nullable Loop poller;

        private Announcer(Loops loops) {
            this.loops = loops;
        }

        /** Watched from its first fetch on, since it starts only with the first reader. */
        @Override
        public void looking() {
            if (poller == null) {
                begin();
            }
        }

        /** Only now: a poller whose fetches all fail counts as hanging. */
        @Override
        public void looked() {
            turn();
        }

        private synchronized void begin() {
            if (poller == null) {
                poller = loops.watch("event store poller", POLLER_LIMIT);
            }
        }

        @Override
        public void available() {
            WakingEventStore told = store;
            if (told != null) {
                told.streams.forEach(WatchedStream::available);
            }
        }

        private void turn() {
            Loop watched = poller;
            if (watched != null) {
                watched.beat();
            }
        }

        /** Without readers the store's thread does not fetch; it is watched again from its next fetch on. */
        private synchronized void close() {
            Loop watched = poller;
            poller = null;
            if (watched != null) {
                watched.close();
            }
        }
    }

    /** Collects what a store needs. */
    public static final class Builder {

        private final EventStorageEngine engine;
        private final WakeUp wakeUp;
        private final Loops loops;
        private MessageMonitor<? super EventMessage<?>> monitor = NoOpMessageMonitor.INSTANCE;
        private Duration pollEvery = Duration.ofSeconds(1);

        private Builder(EventStorageEngine engine, WakeUp wakeUp, Loops loops) {
            this.engine = engine;
            this.wakeUp = wakeUp;
            this.loops = loops;
        }

        public Builder messageMonitor(MessageMonitor<? super EventMessage<?>> newMonitor) {
            this.monitor = newMonitor;
            return this;
        }

        /** Polling interval without wake-ups; a second by default. */
        public Builder pollEvery(Duration interval) {
            this.pollEvery = interval;
            return this;
        }

        private EmbeddedEventStore.Builder inAxon(Announcer announcer) {
            return EmbeddedEventStore.builder()
                    .storageEngine(new AnnouncingEngine(engine, announcer))
                    .messageMonitor(monitor)
                    .fetchDelay(pollEvery.toMillis());
        }

        public WakingEventStore build() {
            return new WakingEventStore(this, new Announcer(loops));
        }
    }
}
