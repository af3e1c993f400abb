package org.crossface.platform.eventstore;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.config.AggregateConfiguration;
import org.axonframework.config.Configuration;
import org.axonframework.eventsourcing.AggregateFactory;
import org.axonframework.eventsourcing.AggregateSnapshotter;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.messaging.annotation.HandlerDefinition;
import org.axonframework.messaging.annotation.ParameterResolverFactory;
import org.crossface.platform.loops.Ending;
import org.jspecify.annotations.Nullable;

/**
 * Takes the snapshots of aggregates, including those configured without an annotation: the snapshotter that Axon declares on Spring knows
 * only annotated ones and skips the others with a warning. A snapshot is taken in a thread of its own, so no command waits for it.
 */
public final class Snapshots extends AggregateSnapshotter implements AutoCloseable {

    private final Supplier<Configuration> configuration;
    private final ExecutorService thread;

    private Snapshots(Builder builder, Supplier<Configuration> configuration, ExecutorService thread) {
        super(builder);
        this.configuration = configuration;
        this.thread = thread;
    }

    /**
     * @param configuration called at the first snapshot of each type: the configuration needs the snapshotter before it knows the
     *     aggregates
     */
    public static Snapshots of(
            EventStore events,
            TransactionManager transactions,
            ParameterResolverFactory parameters,
            HandlerDefinition handlers,
            Supplier<Configuration> configuration) {
        ExecutorService thread = Executors.newSingleThreadExecutor(
                Thread.ofPlatform().daemon().name("snapshots").factory());
        Builder builder = AggregateSnapshotter.builder()
                .eventStore(events)
                .transactionManager(transactions)
                .parameterResolverFactory(parameters)
                .handlerDefinition(handlers)
                .executor(thread);
        return new Snapshots(builder, configuration, thread);
    }

    @Override
    @SuppressWarnings("rawtypes") // Axon looks modules up by class
    protected @Nullable AggregateFactory<?> getAggregateFactory(Class<?> aggregateType) {
        AggregateFactory<?> registered = super.getAggregateFactory(aggregateType);
        if (registered != null) {
            return registered;
        }
        configuration.get().findModules(AggregateConfiguration.class).stream()
                .filter(aggregate -> aggregate.aggregateType().equals(aggregateType))
                .forEach(aggregate -> registerAggregateFactory(aggregate.aggregateFactory()));
        return super.getAggregateFactory(aggregateType);
    }

    /** Takes no more snapshots; without a lost one the next load reads some more events. */
    @Override
    public void close() {
        Ending.of(thread);
    }
}
