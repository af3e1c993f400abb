package org.crossface.platform.wakeup;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.function.Consumer;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventsourcing.eventstore.DomainEventStream;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;

/**
 * Announces that the event store has fetched events for its readers. Only the store's own thread opens streams that may block. It links
 * each event into its cache while it takes the event from the stream. An announcement before that would make readers poll too early, find
 * nothing and sleep.
 */
final class AnnouncingEngine implements EventStorageEngine {

    private final EventStorageEngine engine;
    private final Announcement announcement;

    /** The receiver of announcements. */
    interface Announcement {

        /** The store begins to fetch. */
        void looking();

        /** The engine has answered. */
        void looked();

        /** The store holds events that it did not hold before. */
        void available();
    }

    AnnouncingEngine(EventStorageEngine engine, Announcement announcement) {
        this.engine = engine;
        this.announcement = announcement;
    }

    @Override
    public Stream<? extends TrackedEventMessage<?>> readEvents(TrackingToken trackingToken, boolean mayBlock) {
        Stream<? extends TrackedEventMessage<?>> events = engine.readEvents(trackingToken, mayBlock);
        return mayBlock ? announced(events) : events;
    }

    private <E extends TrackedEventMessage<?>> Stream<E> announced(Stream<E> events) {
        return StreamSupport.stream(new Announced<>(events.spliterator(), announcement), false)
                .onClose(events::close);
    }

    private static final class Announced<E> extends Spliterators.AbstractSpliterator<E> {

        private final Spliterator<E> events;
        private final Announcement announcement;
        private boolean first = true;
        private boolean untold;

        private Announced(Spliterator<E> events, Announcement announcement) {
            super(Long.MAX_VALUE, Spliterator.ORDERED);
            this.events = events;
            this.announcement = announcement;
        }

        @Override
        public boolean tryAdvance(Consumer<? super E> action) {
            announcement.looking();
            boolean found = events.tryAdvance(action);
            announcement.looked();
            if (found && first) {
                first = false;
                announcement.available();
            } else if (found) {
                untold = true;
            } else if (untold) {
                untold = false;
                announcement.available();
            }
            return found;
        }
    }

    @Override
    public void appendEvents(List<? extends EventMessage<?>> events) {
        engine.appendEvents(events);
    }

    @Override
    public void appendEvents(EventMessage<?>... events) {
        engine.appendEvents(events);
    }

    @Override
    public void storeSnapshot(DomainEventMessage<?> snapshot) {
        engine.storeSnapshot(snapshot);
    }

    @Override
    public DomainEventStream readEvents(String aggregateIdentifier) {
        return engine.readEvents(aggregateIdentifier);
    }

    @Override
    public DomainEventStream readEvents(String aggregateIdentifier, long firstSequenceNumber) {
        return engine.readEvents(aggregateIdentifier, firstSequenceNumber);
    }

    @Override
    public Optional<DomainEventMessage<?>> readSnapshot(String aggregateIdentifier) {
        return engine.readSnapshot(aggregateIdentifier);
    }

    @Override
    public Optional<Long> lastSequenceNumberFor(String aggregateIdentifier) {
        return engine.lastSequenceNumberFor(aggregateIdentifier);
    }

    @Override
    public TrackingToken createTailToken() {
        return engine.createTailToken();
    }

    @Override
    public TrackingToken createHeadToken() {
        return engine.createHeadToken();
    }

    @Override
    public TrackingToken createTokenAt(Instant dateTime) {
        return engine.createTokenAt(dateTime);
    }
}
