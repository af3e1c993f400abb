package org.crossface.platform.processing;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;

/**
 * How long a segment waits for the surroundings to recover before it makes a dead letter all the same: an event that fails this way every
 * time must not hold back the other patients for ever.
 */
final class Patience {

    private final Duration limit;
    private final LongSupplier nanos;
    private final Map<Integer, Long> since = new ConcurrentHashMap<>();

    /** @param nanos elapsed time, as of {@link System#nanoTime()} */
    Patience(Duration limit, LongSupplier nanos) {
        this.limit = limit;
        this.nanos = nanos;
    }

    /** Whether a segment that has just failed may still wait; the wait began with the first failure after its last success. */
    boolean lasts(int segment) {
        long now = nanos.getAsLong();
        long first = since.computeIfAbsent(segment, key -> now);
        return now - first < limit.toNanos();
    }

    /** A batch of the segment has been committed. */
    void restore(int segment) {
        since.remove(segment);
    }
}
