package org.crossface.coordination.views;

import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.crossface.pathway.state.PathwayState;
import org.jspecify.annotations.Nullable;

/**
 * States of the pathways that were written last, shared by the bundles of a node: one folds an event, the others find the state. The longest
 * unused go first, and nothing else decides: a reader walks forward through the years, so a pathway that had many facts long ago must make
 * room for one that begins, which a cache that counts uses would keep out. Safe for several threads.
 */
public final class RecentStates {

    /** Facts that are folded in the states that are kept by default, of all pathways together: some tens of megabytes. */
    private static final int USUAL = 150_000;

    private final int most;
    private final Map<String, Known> known = new LinkedHashMap<>();
    private long kept;
    private int generation;

    private record At(PathwayState state, long sequence) {}

    /**
     * The state of a pathway that each projector folded last, and how many facts are folded in the longest. Projectors are at different events
     * of a pathway, one perhaps far ahead; states of one pathway share most of their parts.
     */
    private record Known(Map<Object, At> states, long weight) {}

    /** As many as usual. */
    public RecentStates() {
        this(USUAL);
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
     * Keeps the state of a pathway that has come as far as {@code sequence}, in the place of the one that this projector kept before.
     *
     * @param projector that goes on from it
     * @param readIn the generation before any of its facts was read; if all was forgotten since, the state is not kept either
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

    /** Forgets all, as one of the states may name a patient who has just been erased; they are read again when they are needed. */
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
