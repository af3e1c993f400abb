package org.crossface.platform.drill;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;
import static org.axonframework.modelling.command.AggregateLifecycle.createNew;

import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.crossface.platform.api.EventName;
import org.crossface.platform.eventstore.EventNames;

/** The aggregate of the drills: its events name the requests that caused them. */
@SuppressWarnings("NullAway.Init") // Axon sets the fields
public class Account {

    /** The events of this aggregate. */
    public static final EventNames EVENTS = EventNames.of(Opened.class, Entered.class, Slip.Written.class);

    /** Opens an account. */
    public record Open(String account) {}

    /** Enters an amount; refused when the balance would fall below zero. */
    public record Enter(@TargetAggregateIdentifier String account, long amount, String request) {}

    /** The account exists. */
    @EventName("drill.account-opened")
    public record Opened(String account) {}

    /** The balance has changed by this amount. */
    @EventName("drill.entered")
    public record Entered(String account, long amount, String request) {}

    /** The account would be overdrawn. */
    public static final class Overdrawn extends RuntimeException {}

    @AggregateIdentifier
    private String id;

    private long balance;

    protected Account() {}

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.ALWAYS)
    void handle(Open command) {
        apply(new Opened(command.account()));
    }

    @CommandHandler
    void handle(Enter command, Notes notes) throws Exception {
        notes.of(command);
        if (balance + command.amount() < 0) {
            throw new Overdrawn();
        }
        if (Slip.isDueFor(command)) {
            createNew(Slip.class, () -> new Slip(command));
        }
        apply(new Entered(id, command.amount(), command.request()));
    }

    @EventSourcingHandler
    void on(Opened event) {
        id = event.account();
    }

    @EventSourcingHandler
    void on(Entered event) {
        balance += event.amount();
    }
}
