package org.crossface.platform.bench;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.crossface.platform.api.EventName;

/** The aggregate of the benchmarks; its events have about 215 bytes of content, as an ordinary one of the product has. */
@SuppressWarnings("NullAway.Init") // Axon sets the fields
public class Till {

    /** Fills an event to its size. */
    public static final String NOTE =
            "The quick brown fox jumps over the lazy dog. ".repeat(3).strip();

    /** Opens a till. */
    public record Open(String till) {}

    /** Enters an amount. */
    public record Enter(@TargetAggregateIdentifier String till, long amount, String request) {}

    /** The till exists. */
    @EventName("bench.till-opened")
    public record Opened(String till, String note) {}

    /** The content has changed by this amount. */
    @EventName("bench.entered")
    public record Entered(String till, long amount, String request, String note) {}

    @AggregateIdentifier
    private String id;

    private long content;

    protected Till() {}

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.ALWAYS)
    void handle(Open command) {
        apply(new Opened(command.till(), NOTE));
    }

    @CommandHandler
    void handle(Enter command) {
        if (content + command.amount() < 0) {
            throw new IllegalArgumentException("Nothing is lent");
        }
        apply(new Entered(id, command.amount(), command.request(), NOTE));
    }

    @EventSourcingHandler
    void on(Opened event) {
        id = event.till();
    }

    @EventSourcingHandler
    void on(Entered event) {
        content += event.amount();
    }
}
