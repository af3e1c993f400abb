package org.crossface.coordination.views;

import java.time.OffsetDateTime;
import java.util.List;
import org.crossface.coordination.projection.Recorded;
import org.crossface.pathway.policy.Policy;
import org.crossface.pathway.state.PathwayState;
import org.crossface.pathway.vocabulary.PathwayEvent;

/**
 * A pathway after the events of one transaction.
 *
 * @param state after all of them, with corrections and retractions applied
 * @param facts those of this transaction in their order; at least one
 * @param policy in force when the newest fact happened
 */
public record PathwayUpdate(PathwayState state, List<Fact> facts, Policy policy) {

    /** Keeps its own copy of the list. */
    public PathwayUpdate {
        facts = List.copyOf(facts);
    }

    /** One event with its position and metadata. */
    public record Fact(PathwayEvent event, Recorded recorded) {}

    /** Identifier of the pathway. */
    public String pathwayId() {
        return newest().event().pathwayId();
    }

    /** Number of the newest fact in the pathway's stream, from 0. */
    public long sequence() {
        return newest().recorded().sequence();
    }

    /** Position of the newest fact in the event store. */
    public long position() {
        return newest().recorded().position();
    }

    /** The time of the state: the latest of the recording and occurrence times of its facts. */
    public OffsetDateTime at() {
        OffsetDateTime recorded = newest().recorded()
                .recordedAt()
                .atOffset(newest().event().occurredAt().getOffset());
        OffsetDateTime last = state.lastAt();
        return last == null || last.isBefore(recorded) ? recorded : last;
    }

    private Fact newest() {
        return facts.getLast();
    }
}
