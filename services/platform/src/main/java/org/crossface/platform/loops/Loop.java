package org.crossface.platform.loops;

import java.time.Duration;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import org.crossface.platform.loops.Loops.LastTurn;

/** A background loop whose heartbeat is watched. */
public final class Loop implements AutoCloseable {

    private final String name;
    private final Duration limit;
    private final LongSupplier nanos;
    private final Consumer<Loop> forget;
    private volatile long lastTurn;

    Loop(String name, Duration limit, LongSupplier nanos, Consumer<Loop> forget) {
        this.name = name;
        this.limit = limit;
        this.nanos = nanos;
        this.forget = forget;
        this.lastTurn = nanos.getAsLong();
    }

    /** Heartbeat: the loop has completed an iteration. Cheap enough to call for every event. */
    public void turn() {
        lastTurn = nanos.getAsLong();
    }

    LastTurn lastTurn() {
        return new LastTurn(name, Duration.ofNanos(nanos.getAsLong() - lastTurn), limit);
    }

    /** The loop has ended as intended. */
    @Override
    public void close() {
        forget.accept(this);
    }
}
