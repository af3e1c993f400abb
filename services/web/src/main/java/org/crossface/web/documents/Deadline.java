package org.crossface.web.documents;

import java.time.Duration;
import java.util.function.LongSupplier;

/** A deadline on the monotonic clock. */
public final class Deadline {

    private final LongSupplier nanos;
    private final long end;

    private Deadline(LongSupplier nanos, long end) {
        this.nanos = nanos;
        this.end = end;
    }

    /** A deadline after this duration. */
    public static Deadline in(Duration time) {
        return in(time, System::nanoTime);
    }

    static Deadline in(Duration time, LongSupplier nanos) {
        return new Deadline(nanos, nanos.getAsLong() + time.toNanos());
    }

    /** Whether the deadline has passed. */
    public boolean isOver() {
        return left() <= 0;
    }

    /** Nanoseconds until the deadline; negative afterwards. */
    public long left() {
        return end - nanos.getAsLong();
    }
}
