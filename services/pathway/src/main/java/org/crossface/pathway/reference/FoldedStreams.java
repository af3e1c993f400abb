package org.crossface.pathway.reference;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventsourcing.eventstore.DomainEventStream;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.jspecify.annotations.Nullable;

/**
 * The folds of the streams of one kind, each kept until its stream grows. Every look-up asks the store for the last sequence number, so
 * that nothing is ever decided on an outdated fold.
 *
 * @param <T> what a stream folds to
 */
public final class FoldedStreams<T> {

    private final EventStore events;
    private final Fold<T> fold;
    private final Map<String, Folded<T>> known = new ConcurrentHashMap<>();

    public FoldedStreams(EventStore events, Fold<T> fold) {
        this.events = events;
        this.fold = fold;
    }

    /** What the stream folds to; empty when there is no such stream, or it folds to nothing. */
    public Optional<T> find(String streamId) {
        Optional<Long> last = events.lastSequenceNumberFor(streamId);
        if (last.isEmpty()) {
            return Optional.empty();
        }
        Folded<T> before = known.get(streamId);
        if (before != null && before.sequence() == last.get()) {
            return Optional.ofNullable(before.value());
        }
        Folded<T> now = read(streamId);
        known.put(streamId, now);
        return Optional.ofNullable(now.value());
    }

    private Folded<T> read(String streamId) {
        DomainEventStream stream = events.readEvents(streamId);
        T value = null;
        long sequence = -1;
        while (stream.hasNext()) {
            DomainEventMessage<?> event = stream.next();
            value = fold.after(value, event.getPayload());
            sequence = event.getSequenceNumber();
        }
        return new Folded<>(sequence, value);
    }

    /** The state after one more event. */
    @FunctionalInterface
    public interface Fold<T> {

        @Nullable
        T after(@Nullable T before, Object event);
    }

    private record Folded<T>(long sequence, @Nullable T value) {}
}
