package org.crossface.platform.dispatch;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.crossface.platform.api.EventName;

/** A small aggregate for the tests of this package. */
@SuppressWarnings("NullAway.Init") // Axon sets the fields
class Ledger {

    record Open(String ledger) {}

    record Enter(@TargetAggregateIdentifier String ledger, int amount) {}

    /** Brings the balance to zero; without effect when it is. */
    record Settle(@TargetAggregateIdentifier String ledger) {}

    record Look(@TargetAggregateIdentifier String ledger) {}

    @EventName("test.ledger-opened")
    record Opened(String ledger) {}

    @EventName("test.entered")
    record Entered(String ledger, int amount) {}

    /** The ledger would be overdrawn. */
    static final class Overdrawn extends RuntimeException {}

    @AggregateIdentifier
    private String id;

    private int balance;

    Ledger() {}

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.ALWAYS)
    void handle(Open command) {
        apply(new Opened(command.ledger()));
    }

    @CommandHandler
    void handle(Enter command) {
        if (balance + command.amount() < 0) {
            throw new Overdrawn();
        }
        apply(new Entered(id, command.amount()));
    }

    @CommandHandler
    void handle(Settle command) {
        if (balance != 0) {
            apply(new Entered(id, -balance));
        }
    }

    @CommandHandler
    int handle(Look command) {
        return balance;
    }

    @EventSourcingHandler
    void on(Opened event) {
        id = event.ledger();
    }

    @EventSourcingHandler
    void on(Entered event) {
        balance += event.amount();
    }
}
