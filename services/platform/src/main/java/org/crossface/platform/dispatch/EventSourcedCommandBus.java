package org.crossface.platform.dispatch;

import java.util.List;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.commandhandling.SimpleCommandBus;
import org.axonframework.common.Registration;
import org.axonframework.messaging.MessageHandler;
import org.axonframework.messaging.correlation.CorrelationDataProvider;
import org.axonframework.messaging.interceptors.CorrelationDataInterceptor;
import org.axonframework.monitoring.MessageMonitor;
import org.crossface.platform.eventstore.PostgresEventStorageEngine;

/**
 * A command bus for commands whose whole effect is to append events: it begins no transaction, since the append is atomic by itself. A
 * command that also writes to another table begins one at that write, see {@link org.crossface.platform.transactions.TransactionOnDemand}.
 */
public final class EventSourcedCommandBus extends SimpleCommandBus {

    private final PostgresEventStorageEngine engine;

    private EventSourcedCommandBus(Builder builder, PostgresEventStorageEngine engine) {
        super(builder);
        this.engine = engine;
    }

    /**
     * A bus that converts the values of commands to their storable form, answers commands in an {@link Envelope} and copies their
     * correlation data to their events.
     */
    public static EventSourcedCommandBus on(
            PostgresEventStorageEngine engine,
            IdempotencyRecords records,
            List<CorrelationDataProvider> correlation,
            MessageMonitor<? super CommandMessage<?>> monitor) {
        EventSourcedCommandBus bus =
                new EventSourcedCommandBus(SimpleCommandBus.builder().messageMonitor(monitor), engine);
        bus.registerDispatchInterceptor(new StorableCommands());
        bus.registerHandlerInterceptor(new CorrelationDataInterceptor<>(correlation));
        bus.registerHandlerInterceptor(new Answering(records, engine));
        return bus;
    }

    @Override
    public Registration subscribe(String commandName, MessageHandler<? super CommandMessage<?>> handler) {
        return super.subscribe(commandName, new FreshAnswers(handler, engine));
    }
}
