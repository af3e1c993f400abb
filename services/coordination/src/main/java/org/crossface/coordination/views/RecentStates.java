package org.crossface.coordination.views;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.crossface.pathway.PathwayState;
import org.jspecify.annotations.Nullable;

/**
 * States of the pathways that were written last. The longest unused go first, and nothing else decides: a reader walks forward through the
 * years, so a pathway that had many facts long ago must make room for one that begins, which a cache that counts uses would keep out. Safe for
 * several threads.
 */
final class RecentStates {

    private final int most;
    private final Map<String, Known> known = new LinkedHashMap<>();
    private long kept;
    private int generation;

    private record Known(PathwayState state, long sequence) {

        /** In facts: the state of a longer pathway is larger. */
        private long weight() {
            return sequence + 1;
        }
    }

    /** @param most so many facts are folded at most in the states that are kept, of all pathways together */
    RecentStates(int most) {
        this.most = most;
    }

    /** How often all was forgotten. */
    synchronized int generation() {
        return generation;
    }

    /**
     * Keeps the state of a pathway that has come as far as {@code sequence}.
     *
     * @param readIn the generation before any of its facts was read; if all was forgotten since, the state is not kept either
     */
    synchronized void put(String pathwayId, PathwayState state, long sequence, int readIn) {
        remove(pathwayId);
        if (readIn != generation) {
            return;
        }
        Known newest = new Known(state, sequence);
        known.put(pathwayId, newest);
        kept += newest.weight();
        Iterator<Known> eldest = known.values().iterator();
        while (kept > most) {
            kept -= eldest.next().weight();
            eldest.remove();
        }
    }

    /** Takes the state of a pathway out, if it ends just before {@code sequence}. Whatever was kept of the pathway is forgotten. */
    synchronized Optional<PathwayState> takeBefore(String pathwayId, long sequence) {
        return Optional.ofNullable(remove(pathwayId))
                .filter(found -> found.sequence() == sequence - 1)
                .map(Known::state);
    }

    /** Forgets all. */
    synchronized void clear() {
        known.clear();
        kept = 0;
        generation++;
    }

    private @Nullable Known remove(String pathwayId) {
        Known removed = known.remove(pathwayId);
        if (removed != null) {
            kept -= removed.weight();
        }
        return removed;
    }
}
