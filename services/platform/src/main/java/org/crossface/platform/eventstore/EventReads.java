package org.crossface.platform.eventstore;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventsourcing.eventstore.DomainEventStream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/** The statements that read events, in batches; the next batch is fetched while one is being handled. */
final class EventReads {

    private static final long SNAPSHOT = -1;
    private static final String AFTER_POSITION = "SELECT " + StoredEvent.COLUMNS
            + " FROM eventstore.event WHERE position > ? AND position <= ? ORDER BY position LIMIT ?";
    private static final String OF_STREAM = "SELECT " + StoredEvent.COLUMNS
            + " FROM eventstore.event WHERE aggregate_id = ? AND sequence_number >= ? ORDER BY sequence_number LIMIT ?";
    private static final String BY_ID = "SELECT " + StoredEvent.COLUMNS + " FROM eventstore.event WHERE event_id = ?";
    private static final String LAST_SNAPSHOT = "SELECT " + SNAPSHOT + "::bigint AS position, "
            + StoredEvent.COMMON_COLUMNS
            + " FROM eventstore.snapshot WHERE aggregate_id = ? ORDER BY sequence_number DESC LIMIT 1";
    private static final String SNAPSHOT_AND_EVENTS = "WITH latest AS (" + LAST_SNAPSHOT + ") SELECT * FROM latest"
            + " UNION ALL (SELECT " + StoredEvent.COLUMNS
            + " FROM eventstore.event WHERE aggregate_id = ?"
            + " AND sequence_number > coalesce((SELECT sequence_number FROM latest), -1)"
            + " ORDER BY sequence_number LIMIT ?)";

    private final JdbcTemplate jdbc;
    private final EventDecoder decoder;
    private final int batchSize;
    private final Executor fetching;
    private final AtomicLong knownHorizon = new AtomicLong(-1);

    /** @param fetching runs the fetches ahead */
    EventReads(JdbcTemplate jdbc, EventDecoder decoder, int batchSize, Executor fetching) {
        this.jdbc = jdbc;
        this.decoder = decoder;
        this.batchSize = batchSize;
        this.fetching = fetching;
    }

    /** The highest position at or below which no event will appear any more. */
    long horizon() {
        Long horizon = jdbc.queryForObject("SELECT eventstore.horizon()", Long.class);
        return knownHorizon.accumulateAndGet(horizon == null ? -1 : horizon, Math::max);
    }

    /** All events after a position. */
    Stream<? extends TrackedEventMessage<?>> after(long position) {
        ReadAhead.Batches batches = new AfterPosition(position);
        return decoder.isUpcasting()
                ? decoder.upcastTracked(ReadAhead.stream(batches, Function.identity(), fetching))
                : ReadAhead.stream(batches, decoder::tracked, fetching);
    }

    /** At most this many stable events after a position. */
    List<StoredEvent> batchAfter(long position, int most) {
        long horizon = knownHorizon.get();
        if (position < horizon) {
            // A known horizon holds for ever, so a reader that lags needs no query of the locks.
            List<StoredEvent> events = upTo(horizon, position, most);
            if (!events.isEmpty()) {
                return events;
            }
        }
        long fresh = horizon();
        return fresh <= position ? List.of() : upTo(fresh, position, most);
    }

    /** A statement of its own, later than the one that found the horizon: its snapshot must be the newer one. */
    private List<StoredEvent> upTo(long horizon, long after, int most) {
        return jdbc.query(AFTER_POSITION, (row, n) -> StoredEvent.of(row), after, horizon, most);
    }

    private final class AfterPosition implements ReadAhead.Batches {

        private final long first;

        private AfterPosition(long first) {
            this.first = first;
        }

        @Override
        public List<StoredEvent> after(@Nullable StoredEvent last) {
            return batchAfter(last == null ? first : last.position(), batchSize);
        }

        /** Below a known horizon nothing changes any more, so it makes no difference how early it is read. */
        @Override
        public @Nullable Supplier<List<StoredEvent>> following(List<StoredEvent> batch) {
            long horizon = knownHorizon.get();
            long last = batch.getLast().position();
            return batch.size() < batchSize || last >= horizon ? null : () -> upTo(horizon, last, batchSize);
        }

        @Override
        public boolean isFinal(List<StoredEvent> batch) {
            return false;
        }
    }

    /** The events of a stream from a sequence number on. */
    DomainEventStream ofStream(String streamId, long firstSequenceNumber) {
        return stream(new OfStream(streamId, firstSequenceNumber, null));
    }

    /**
     * The snapshot and the events from which an aggregate is built.
     *
     * @param snapshot its last one, as stored
     * @param events those after the snapshot, or all; not more than a batch
     */
    record Beginning(@Nullable StoredEvent snapshot, List<StoredEvent> events) {}

    /** Snapshot and events in one statement. */
    Beginning beginning(String streamId) {
        StoredEvent snapshot = null;
        List<StoredEvent> events = new ArrayList<>();
        for (StoredEvent row :
                jdbc.query(SNAPSHOT_AND_EVENTS, (row, n) -> StoredEvent.of(row), streamId, streamId, batchSize)) {
            if (row.position() == SNAPSHOT) {
                snapshot = row;
            } else {
                events.add(row);
            }
        }
        return new Beginning(snapshot, events);
    }

    /** The stream of which this is the beginning, without the snapshot. */
    DomainEventStream ofStream(String streamId, Beginning beginning) {
        return stream(new OfStream(streamId, 0, beginning.events()));
    }

    private DomainEventStream stream(ReadAhead.Batches batches) {
        if (decoder.isUpcasting()) {
            return decoder.upcastStream(ReadAhead.stream(batches, Function.identity(), fetching));
        }
        AtomicReference<@Nullable Long> last = new AtomicReference<>();
        Stream<DomainEventMessage<?>> events = ReadAhead.stream(
                batches,
                event -> {
                    last.set(event.sequenceNumber());
                    return decoder.inStream(event);
                },
                fetching);
        return DomainEventStream.of(events, last::get);
    }

    /** The successor of an event in a stream has the next sequence number and never changes, so it may be read at any time. */
    private final class OfStream implements ReadAhead.Batches {

        private final String streamId;
        private final long first;
        private final @Nullable List<StoredEvent> beginning;

        private OfStream(String streamId, long first, @Nullable List<StoredEvent> beginning) {
            this.streamId = streamId;
            this.first = first;
            this.beginning = beginning;
        }

        @Override
        public List<StoredEvent> after(@Nullable StoredEvent last) {
            if (last != null) {
                return batchOf(streamId, last.sequenceNumber() + 1, batchSize);
            }
            return beginning == null ? batchOf(streamId, first, batchSize) : beginning;
        }

        @Override
        public Supplier<List<StoredEvent>> following(List<StoredEvent> batch) {
            long next = batch.getLast().sequenceNumber() + 1;
            return () -> batchOf(streamId, next, batchSize);
        }

        @Override
        public boolean isFinal(List<StoredEvent> batch) {
            return batch.size() < batchSize;
        }
    }

    List<StoredEvent> batchOf(String streamId, long firstSequenceNumber, int most) {
        return jdbc.query(OF_STREAM, (row, n) -> StoredEvent.of(row), streamId, firstSequenceNumber, most);
    }

    Optional<StoredEvent> withId(String eventId) {
        return jdbc.query(BY_ID, (row, n) -> StoredEvent.of(row), eventId).stream()
                .findFirst();
    }

    Optional<StoredEvent> lastSnapshot(String streamId) {
        return jdbc.query(LAST_SNAPSHOT, (row, n) -> StoredEvent.of(row), streamId).stream()
                .findFirst();
    }
}
