package org.crossface.coordination.views;

import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.crossface.pathway.state.PathwayState;
import org.jspecify.annotations.Nullable;

/**
 * A cache of the states of pathways, shared by the bundles of a node: one bundle folds an event, the others find the state. It evicts the
 * least recently used states. It does not count uses, since a rebuild reads events in order of time and an old, busy pathway must make room
 * for a new one. Thread-safe.
 */
public final class RecentStates {

    /** Default limit on the number of facts folded in all cached states: some tens of megabytes. */
    private static final int USUAL = 150_000;

    private final int most;
    private final Map<String, Known> known = new LinkedHashMap<>();
    private long kept;
    private int generation;

    private record At(PathwayState state, long sequence) {}

    /**
     * The latest state of a pathway for each projector, and the number of facts folded in the longest. Projectors may be at different
     * events of a pathway. States of one pathway share most of their parts.
     */
    private record Known(Map<Object, At> states, long weight) {}

    /** With the default limit. */
    public RecentStates() {
        this(USUAL);
    }

    /** @param most limit on the number of facts folded in all cached states */
    RecentStates(int most) {
        this.most = most;
    }

    /** The number of calls of {@link #clear}. */
    synchronized int generation() {
        return generation;
    }

    /**
     * Caches the state of a pathway at {@code sequence}, in place of this projector's previous one.
     *
     * @param projector that will continue from this state
     * @param readIn the generation before any of its facts was read; after a later {@link #clear} the state is not cached
     */
    synchronized void put(Object projector, String pathwayId, PathwayState state, long sequence, int readIn) {
        if (readIn != generation) {
            return;
        }
        Known former = remove(pathwayId);
        Map<Object, At> states = former == null ? new HashMap<>(2) : former.states();
        states.put(projector, new At(state, sequence));
        long longest = states.values().stream().mapToLong(At::sequence).max().orElse(0);
        Known newest = new Known(states, longest + 1);
        known.put(pathwayId, newest);
        kept += newest.weight();
        Iterator<Known> eldest = known.values().iterator();
        while (kept > most) {
            kept -= eldest.next().weight();
            eldest.remove();
        }
    }

    /** The state of a pathway that ends exactly with {@code sequence}. */
    synchronized Optional<PathwayState> at(String pathwayId, long sequence) {
        Known found = known.get(pathwayId);
        return found == null
                ? Optional.empty()
                : found.states().values().stream()
                        .filter(each -> each.sequence() == sequence)
                        .map(At::state)
                        .findFirst();
    }

    /** Clears the cache, which may hold data of an erased patient. */
    public synchronized void clear() {
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
