package org.crossface.platform.loops;

import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;

/**
 * The loops that run on this node for ever, and when each came round for the last time. A loop that hangs has no lag that anybody could
 * see when there is nothing to do; its last turn grows old all the same.
 */
public final class Loops {

    private final Set<Loop> watched = ConcurrentHashMap.newKeySet();
    private final LongSupplier nanos;

    public Loops() {
        this(System::nanoTime);
    }

    /** @param nanos elapsed time, as of {@link System#nanoTime()} */
    Loops(LongSupplier nanos) {
        this.nanos = nanos;
    }

    /**
     * Watches a loop from now on, until it is closed.
     *
     * @param limit the age of its last turn from which it counts as hanging
     */
    public Loop watch(String name, Duration limit) {
        Loop loop = new Loop(name, limit, nanos, watched::remove);
        watched.add(loop);
        return loop;
    }

    /**
     * The last turn of a loop.
     *
     * @param limit the age from which the loop counts as hanging
     */
    public record LastTurn(String name, Duration age, Duration limit) {

        /** Whether the loop has not come round for longer than it may. */
        public boolean isLate() {
            return age.compareTo(limit) > 0;
        }
    }

    /** All loops, by name. */
    public List<LastTurn> lastTurns() {
        return watched.stream()
                .map(Loop::lastTurn)
                .sorted(Comparator.comparing(LastTurn::name))
                .toList();
    }
}
