package org.crossface.platform.processing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.TimeUnit;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.axonframework.common.stream.BlockingStream;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventhandling.GenericTrackedDomainEventMessage;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.junit.jupiter.api.Test;

/** How a processor that takes all that is there takes events in batches. */
class ShortBatchesTest {

    private static final int EVENTS = 2 * ShortBatches.MOST_STREAMS + 10;

    private final EventsAlone alone = new EventsAlone(
            () -> {
                throw new IllegalStateException("No batch fails here");
            },
            "tests");

    private List<Integer> batches(IntFunction<String> streamOf, IntFunction<Integer> positionOf) throws Exception {
        Queue<TrackedEventMessage<?>> left = new ArrayDeque<>(IntStream.range(0, EVENTS)
                .mapToObj(n -> event(streamOf.apply(n), n, positionOf.apply(n)))
                .toList());
        List<Integer> sizes = new ArrayList<>();
        try (BlockingStream<TrackedEventMessage<?>> stream =
                new ShortBatches(token -> new Given(left), alone).openStream(null)) {
            while (stream.hasNextAvailable(1, TimeUnit.SECONDS)) {
                int size = 0;
                do {
                    stream.nextAvailable();
                    size++;
                } while (stream.peek().isPresent());
                sizes.add(size);
            }
        }
        return sizes;
    }

    private static TrackedEventMessage<?> event(String stream, int sequence, int position) {
        return new GenericTrackedDomainEventMessage<>(
                new GlobalSequenceTrackingToken(position),
                new GenericDomainEventMessage<>("Book", stream, sequence, "content"));
    }

    @Test
    void eventsOfFewStreamsAreOneBatch() throws Exception {
        assertThat(batches(n -> "stream-" + n % 10, n -> n)).containsExactly(EVENTS);
    }

    @Test
    void aBatchEndsAfterAsManyStreamsAsCanBeReadWhileAClaimLasts() throws Exception {
        assertThat(batches(n -> "stream-" + n, n -> n))
                .containsExactly(ShortBatches.MOST_STREAMS, ShortBatches.MOST_STREAMS, 10);
    }

    @Test
    void whatOneStoredEventWasTurnedIntoStaysTogether() throws Exception {
        int last = ShortBatches.MOST_STREAMS - 1;
        assertThat(batches(n -> "stream-" + n, n -> n <= last ? n : Math.max(last, n - 3)))
                .containsExactly(ShortBatches.MOST_STREAMS + 3, ShortBatches.MOST_STREAMS, 7);
    }

    /** These events and no more. */
    private record Given(Queue<TrackedEventMessage<?>> left) implements BlockingStream<TrackedEventMessage<?>> {

        @Override
        public Optional<TrackedEventMessage<?>> peek() {
            return Optional.ofNullable(left.peek());
        }

        @Override
        public boolean hasNextAvailable(int timeout, TimeUnit unit) {
            return !left.isEmpty();
        }

        @Override
        public TrackedEventMessage<?> nextAvailable() {
            return left.remove();
        }

        @Override
        public void close() {
            left.clear();
        }
    }
}
