package org.crossface.coordination.views;

import java.util.List;
import org.crossface.coordination.projection.PathwayHistory;
import org.crossface.coordination.projection.StorableFold;
import org.crossface.pathway.policy.Policies;
import org.crossface.pathway.state.EffectiveFacts;
import org.crossface.pathway.state.PathwayState;

/** Folds the facts of one transaction onto the states of their pathways, for one event processor. Thread-safe. */
public final class PathwayUpdates {

    private final PathwayHistory history;
    private final Policies policies;
    private final RecentStates recent;

    /** @param recent a cache of states, which processors may share */
    public PathwayUpdates(PathwayHistory history, Policies policies, RecentStates recent) {
        this.history = history;
        this.policies = policies;
        this.recent = recent;
    }

    /** To be asked before the facts of a transaction are read: states that an erasure has made obsolete since then are not cached. */
    public int generation() {
        return recent.generation();
    }

    /**
     * The pathway after these facts.
     *
     * @param facts in their order; at least one
     * @param generation as it was before they were read
     */
    public PathwayUpdate after(String pathwayId, List<PathwayUpdate.Fact> facts, int generation) {
        long last = facts.getLast().recorded().sequence();
        PathwayState state = recent.at(pathwayId, last).orElseGet(() -> fold(pathwayId, facts));
        if (!state.intake().referred()) {
            throw new IllegalStateException("A pathway begins with its referral");
        }
        recent.put(this, pathwayId, state, last, generation);
        return new PathwayUpdate(
                state,
                facts,
                policies.inForceAt(facts.getLast().event().occurredAt().toInstant()));
    }

    /** The state of a pathway at this number of its stream. */
    public PathwayState at(String pathwayId, long sequence) {
        return recent.at(pathwayId, sequence).orElseGet(() -> read(pathwayId, sequence));
    }

    /** The state of a pathway after all facts that are stored. */
    public PathwayState latest(String pathwayId) {
        return read(pathwayId, Long.MAX_VALUE);
    }

    /** Folds these facts onto the state before them. If one changes an earlier fact, all facts are read again, once. */
    private PathwayState fold(String pathwayId, List<PathwayUpdate.Fact> facts) {
        long first = facts.getFirst().recorded().sequence();
        boolean simple = facts.stream().noneMatch(fact -> EffectiveFacts.changes(fact.event()));
        if (!simple) {
            return read(pathwayId, facts.getLast().recorded().sequence());
        }
        PathwayState state = first == 0 ? PathwayState.none() : at(pathwayId, first - 1);
        for (PathwayUpdate.Fact fact : facts) {
            state = StorableFold.after(state, fact.event());
        }
        return state;
    }

    private PathwayState read(String pathwayId, long sequence) {
        return StorableFold.of(history.until(pathwayId, sequence));
    }
}
