package org.crossface.billing.automation;

import java.util.ArrayList;
import java.util.List;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.crossface.billing.account.AccountState;
import org.crossface.billing.account.BillingAccount;
import org.crossface.billing.account.BillingEvent;
import org.crossface.pathway.vocabulary.PathwayEvent;

/** Reads the streams that a decision needs. */
final class BillingStreams {

    private final EventStore events;

    BillingStreams(EventStore events) {
        this.events = events;
    }

    /** The pathway at this sequence number of its stream. */
    KnownPathway pathwayUntil(String pathwayId, long sequenceNumber) {
        List<PathwayEvent> facts = new ArrayList<>();
        var stream = events.readEvents(pathwayId);
        while (stream.hasNext()) {
            DomainEventMessage<?> message = stream.next();
            if (message.getSequenceNumber() <= sequenceNumber && message.getPayload() instanceof PathwayEvent fact) {
                facts.add(fact);
            }
        }
        return KnownPathway.of(facts);
    }

    /** The pathway's charges at present. */
    AccountState account(String pathwayId) {
        AccountState state = AccountState.none();
        var stream = events.readEvents(BillingAccount.idFor(pathwayId));
        while (stream.hasNext()) {
            if (stream.next().getPayload() instanceof BillingEvent event) {
                state = state.evolve(event);
            }
        }
        return state;
    }
}
