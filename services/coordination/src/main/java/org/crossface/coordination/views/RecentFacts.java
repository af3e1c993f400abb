package org.crossface.coordination.views;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.crossface.coordination.projection.Facts;
import org.jspecify.annotations.Nullable;

/**
 * Facts of the pathways that were written last. The longest unused go first, and nothing else decides: a reader walks forward through the
 * years, so a pathway that had many facts long ago must make room for one that begins, which a cache that counts uses would keep out. Safe for
 * several threads.
 */
final class RecentFacts {

    private final int most;
    private final Map<String, Known> known = new LinkedHashMap<>();
    private long kept;
    private int generation;

    private record Known(Facts facts, long sequence) {

        private long weight() {
            return sequence + 1;
        }
    }

    /** @param most so many facts are kept at most, of all pathways together */
    RecentFacts(int most) {
        this.most = most;
    }

    /** How often all was forgotten. */
    synchronized int generation() {
        return generation;
    }

    /**
     * Keeps the facts of a pathway that has come as far as {@code sequence}.
     *
     * @param readIn the generation before any of them was read; if all was forgotten since, these are not kept either
     */
    synchronized void put(String pathwayId, Facts facts, long sequence, int readIn) {
        remove(pathwayId);
        if (readIn != generation) {
            return;
        }
        Known newest = new Known(facts, sequence);
        known.put(pathwayId, newest);
        kept += newest.weight();
        Iterator<Known> eldest = known.values().iterator();
        while (kept > most) {
            kept -= eldest.next().weight();
            eldest.remove();
        }
    }

    /**
     * Takes the facts of a pathway out, if they end just before {@code sequence}. Whatever was kept of it is forgotten: facts to which a
     * rolled back transaction has added are not found again.
     */
    synchronized Optional<Facts> takeBefore(String pathwayId, long sequence) {
        return Optional.ofNullable(remove(pathwayId))
                .filter(found -> found.sequence() == sequence - 1)
                .map(Known::facts);
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
