package org.crossface.platform.processing;

import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.axonframework.common.stream.BlockingStream;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.messaging.StreamableMessageSource;
import org.jspecify.annotations.Nullable;

/**
 * Ends batches early where a full batch would outlast the claim of its segment: after a failed batch, since each event then has a
 * savepoint, and when the events are of very many streams, each of which a handler may have to read from its beginning.
 */
final class ShortBatches implements StreamableMessageSource<TrackedEventMessage<?>> {

    /** A stream of a hundred events is read in one or two milliseconds; claims last ten seconds. */
    static final int MOST_STREAMS = 2_000;

    private final StreamableMessageSource<TrackedEventMessage<?>> source;
    private final EventsAlone alone;

    ShortBatches(StreamableMessageSource<TrackedEventMessage<?>> source, EventsAlone alone) {
        this.source = source;
        this.alone = alone;
    }

    @Override
    public BlockingStream<TrackedEventMessage<?>> openStream(@Nullable TrackingToken token) {
        return new Cut(source.openStream(token), alone);
    }

    @Override
    public @Nullable TrackingToken createTailToken() {
        return source.createTailToken();
    }

    @Override
    public TrackingToken createHeadToken() {
        return source.createHeadToken();
    }

    @Override
    public TrackingToken createTokenAt(Instant time) {
        return source.createTokenAt(time);
    }

    @Override
    public TrackingToken createTokenSince(Duration duration) {
        return source.createTokenSince(duration);
    }

    /** Reports no more events when a batch is long enough; the processor waits only before the first event of a batch. */
    private static final class Cut implements BlockingStream<TrackedEventMessage<?>> {

        private final BlockingStream<TrackedEventMessage<?>> stream;
        private final EventsAlone alone;
        private final Set<String> streams = new HashSet<>();
        private int taken;
        private @Nullable TrackingToken last;

        private Cut(BlockingStream<TrackedEventMessage<?>> stream, EventsAlone alone) {
            this.stream = stream;
            this.alone = alone;
        }

        @Override
        public Optional<TrackedEventMessage<?>> peek() {
            return stream.peek().filter(this::fits);
        }

        /** Events that upcasters made of one stored event stay together. */
        private boolean fits(TrackedEventMessage<?> next) {
            return next.trackingToken().equals(last)
                    || (streams.size() < MOST_STREAMS
                            && (taken < ProcessorDefaults.BATCH_SIZE || !alone.isWatched(next)));
        }

        @Override
        public boolean hasNextAvailable() {
            return stream.hasNextAvailable();
        }

        @Override
        public boolean hasNextAvailable(int timeout, TimeUnit unit) throws InterruptedException {
            taken = 0;
            streams.clear();
            return stream.hasNextAvailable(timeout, unit);
        }

        @Override
        public TrackedEventMessage<?> nextAvailable() throws InterruptedException {
            TrackedEventMessage<?> next = stream.nextAvailable();
            taken++;
            last = next.trackingToken();
            if (next instanceof DomainEventMessage<?> inStream) {
                streams.add(inStream.getAggregateIdentifier());
            }
            return next;
        }

        @Override
        public void skipMessagesWithPayloadTypeOf(TrackedEventMessage<?> ignored) {
            stream.skipMessagesWithPayloadTypeOf(ignored);
        }

        @Override
        public boolean setOnAvailableCallback(Runnable callback) {
            return stream.setOnAvailableCallback(callback);
        }

        @Override
        public void close() {
            stream.close();
        }
    }
}
