package org.crossface.platform.loops;

import java.time.Duration;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import org.crossface.platform.loops.Loops.LastBeat;

/** A background loop whose heartbeat is watched. */
public final class Loop implements AutoCloseable {

    private final String name;
    private final Duration limit;
    private final LongSupplier nanos;
    private final Consumer<Loop> forget;
    private volatile long lastBeat;

    Loop(String name, Duration limit, LongSupplier nanos, Consumer<Loop> forget) {
        this.name = name;
        this.limit = limit;
        this.nanos = nanos;
        this.forget = forget;
        this.lastBeat = nanos.getAsLong();
    }

    /** Heartbeat: the loop has completed an iteration. Cheap enough to call for every event. */
    public void beat() {
        lastBeat = nanos.getAsLong();
    }

    LastBeat lastBeat() {
        return new LastBeat(name, Duration.ofNanos(nanos.getAsLong() - lastBeat), limit);
    }

    /** The loop has ended as intended. */
    @Override
    public void close() {
        forget.accept(this);
    }
}
