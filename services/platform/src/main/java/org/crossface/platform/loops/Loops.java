package org.crossface.platform.loops;

import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;

/**
 * The background loops of this node with the time of each one's last heartbeat. A loop that hangs while there is nothing to do has no lag;
 * its last heartbeat grows old all the same.
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
     * @param limit the age of its last heartbeat from which it counts as hanging
     */
    public Loop watch(String name, Duration limit) {
        Loop loop = new Loop(name, limit, nanos, watched::remove);
        watched.add(loop);
        return loop;
    }

    /**
     * The last heartbeat of a loop.
     *
     * @param limit the age from which the loop counts as hanging
     */
    public record LastBeat(String name, Duration age, Duration limit) {

        /** Whether the last heartbeat is older than the limit. */
        public boolean isLate() {
            return age.compareTo(limit) > 0;
        }
    }

    /** All loops, by name. */
    public List<LastBeat> lastBeats() {
        return watched.stream()
                .map(Loop::lastBeat)
                .sorted(Comparator.comparing(LastBeat::name))
                .toList();
    }
}
