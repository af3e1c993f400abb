package org.crossface.platform.wakeup;

import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingEventStream;
import org.crossface.platform.loops.Loop;
import org.jspecify.annotations.Nullable;

/**
 * A reader's stream: it calls back when events are available, and reports the reader's heartbeat. Without the callback a pooled processor
 * would poll only every half second.
 */
final class WatchedStream implements TrackingEventStream {

    private final TrackingEventStream stream;
    private final Loop loop;
    private final WakingEventStore store;
    private volatile @Nullable Runnable onAvailable;

    WatchedStream(TrackingEventStream stream, Loop loop, WakingEventStore store) {
        this.stream = stream;
        this.loop = loop;
        this.store = store;
    }

    /** Tells the reader that events are available; from any thread. */
    void available() {
        Runnable callback = onAvailable;
        if (callback != null) {
            callback.run();
        }
    }

    @Override
    public boolean setOnAvailableCallback(Runnable callback) {
        onAvailable = callback;
        callback.run();
        return true;
    }

    @Override
    public Optional<TrackedEventMessage<?>> peek() {
        loop.beat();
        return stream.peek();
    }

    @Override
    public boolean hasNextAvailable(int timeout, TimeUnit unit) throws InterruptedException {
        loop.beat();
        boolean available = stream.hasNextAvailable(timeout, unit);
        loop.beat();
        if (available) {
            store.readerProceeds();
        }
        return available;
    }

    /** Waits in short intervals, so that an idle reader is not taken for a hanging one. */
    @Override
    public TrackedEventMessage<?> nextAvailable() throws InterruptedException {
        boolean available = false;
        while (!available) {
            available = hasNextAvailable(1, TimeUnit.SECONDS);
        }
        return stream.nextAvailable();
    }

    @Override
    public void skipMessagesWithPayloadTypeOf(TrackedEventMessage<?> ignoredMessage) {
        stream.skipMessagesWithPayloadTypeOf(ignoredMessage);
    }

    @Override
    public void close() {
        stream.close();
        loop.close();
        store.readerClosed(this);
    }
}
