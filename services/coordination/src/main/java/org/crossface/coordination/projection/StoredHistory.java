package org.crossface.coordination.projection;

import java.util.ArrayList;
import java.util.List;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventsourcing.eventstore.DomainEventStream;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.crossface.pathway.vocabulary.PathwayEvent;

/** Reads the facts of a pathway from the storage engine, without snapshots. */
public final class StoredHistory implements PathwayHistory {

    private final EventStorageEngine engine;

    /** Reads from this engine. */
    public StoredHistory(EventStorageEngine engine) {
        this.engine = engine;
    }

    @Override
    public List<PathwayEvent> until(String pathwayId, long sequence) {
        DomainEventStream stream = engine.readEvents(pathwayId);
        List<PathwayEvent> facts = new ArrayList<>();
        while (stream.hasNext()) {
            DomainEventMessage<?> message = stream.next();
            if (message.getSequenceNumber() > sequence) {
                break;
            }
            if (message.getPayload() instanceof PathwayEvent fact) {
                facts.add(fact);
            }
        }
        return facts;
    }
}
