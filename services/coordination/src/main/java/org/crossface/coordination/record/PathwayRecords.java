package org.crossface.coordination.record;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventsourcing.eventstore.DomainEventStream;
import org.axonframework.messaging.MetaData;
import org.crossface.coordination.projection.StorableFold;
import org.crossface.pathway.state.PathwayState;
import org.crossface.pathway.vocabulary.PathwayEvent;
import org.crossface.platform.api.Metadata;
import org.crossface.platform.eventstore.EventNames;
import org.crossface.platform.eventstore.PostgresEventStorageEngine;

/** Reads pathways from the event store. The caller passes the result through the read gate. */
public final class PathwayRecords implements PathwayStates {

    private final PostgresEventStorageEngine engine;
    private final EventNames names;

    public PathwayRecords(PostgresEventStorageEngine engine, EventNames names) {
        this.engine = engine;
        this.names = names;
    }

    /** The pathway with all its facts; empty when no pathway has this identifier. */
    public Optional<RecordedPathway> find(String pathwayId) {
        List<RecordedFact> facts = factsFrom(pathwayId, 0);
        if (facts.isEmpty()) {
            return Optional.empty();
        }
        PathwayState state =
                StorableFold.of(facts.stream().map(RecordedFact::fact).toList());
        return Optional.of(new RecordedPathway(
                pathwayId,
                state.intake().personId(),
                state.intake().siteId(),
                state.intake().zone(),
                facts.getLast().sequence(),
                engine.lastPositionOf(pathwayId).orElse(-1L),
                state,
                facts));
    }

    @Override
    public Optional<PathwayState> stateOf(String pathwayId) {
        return find(pathwayId).map(RecordedPathway::state);
    }

    /** The facts of the pathway from this sequence number on, in the order of recording. */
    public List<RecordedFact> factsFrom(String pathwayId, long sequence) {
        DomainEventStream events = engine.readEvents(pathwayId, Math.max(0, sequence));
        List<RecordedFact> facts = new ArrayList<>();
        while (events.hasNext()) {
            DomainEventMessage<?> event = events.next();
            if (event.getPayload() instanceof PathwayEvent fact) {
                facts.add(recorded(event, fact));
            }
        }
        return facts;
    }

    private RecordedFact recorded(DomainEventMessage<?> event, PathwayEvent fact) {
        MetaData metadata = event.getMetaData();
        EventNames.Named named = names.nameOf(fact.getClass()).orElseThrow();
        return new RecordedFact(
                event.getSequenceNumber(),
                named.name(),
                named.revision(),
                event.getTimestamp(),
                text(metadata, Metadata.ACTOR),
                text(metadata, Metadata.ROLE),
                text(metadata, Metadata.REQUEST),
                fact);
    }

    private static String text(MetaData metadata, String key) {
        return String.valueOf(metadata.getOrDefault(key, ""));
    }
}
