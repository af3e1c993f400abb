package org.crossface.platform.wakeup;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.axonframework.common.jdbc.UnitOfWorkAwareConnectionProviderWrapper;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.config.Configuration;
import org.axonframework.config.Configurer;
import org.axonframework.config.DefaultConfigurer;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventhandling.PropagatingErrorHandler;
import org.axonframework.eventhandling.SimpleEventHandlerInvoker;
import org.axonframework.eventhandling.TrackingEventProcessor;
import org.axonframework.eventhandling.TrackingEventProcessorConfiguration;
import org.axonframework.eventhandling.pooled.PooledStreamingEventProcessor;
import org.axonframework.eventhandling.tokenstore.TokenStore;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.axonframework.messaging.MetaData;
import org.axonframework.spring.jdbc.SpringDataSourceConnectionProvider;
import org.axonframework.spring.messaging.unitofwork.SpringTransactionManager;
import org.crossface.platform.api.EventName;
import org.crossface.platform.eventstore.EventNames;
import org.crossface.platform.eventstore.LogicalNameSerializer;
import org.crossface.platform.eventstore.PostgresEventStorageEngine;
import org.crossface.platform.loops.Loops;
import org.crossface.platform.personal.SubjectKeys;
import org.crossface.platform.processing.ProcessingStore;
import org.crossface.platform.schema.PostgresEndpoint;
import org.crossface.platform.testing.TestEventStore;
import org.crossface.platform.testing.TestPostgres;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;

/** One of several nodes on a database: the event store as the server wires it, with its wake-up, and one reader. */
final class Node implements AutoCloseable {

    @EventName("test.struck")
    record Struck(String id, long nanos) {}

    /** How the reader works. */
    enum Reader {
        TRACKING,
        POOLED
    }

    final Loops loops = new Loops();
    final WakeUp wakeUp;
    final EmbeddedEventStore store;
    final Set<String> seen = ConcurrentHashMap.newKeySet();
    private final PostgresEventStorageEngine engine;
    private final Configuration configuration;

    /** How the event store learns of events. */
    enum Learning {
        WAKE_UP,
        /** As Axon does without configuration. */
        AXON
    }

    /** @param pollEvery how long the event store waits when nobody wakes it */
    Node(TestPostgres postgres, String group, Reader reader, Duration pollEvery, Consumer<Struck> handler) {
        this(postgres, group, reader, Learning.WAKE_UP, pollEvery, handler);
    }

    /** @param pollEvery how long the event store waits when nobody wakes it */
    Node(
            TestPostgres postgres,
            String group,
            Reader reader,
            Learning learning,
            Duration pollEvery,
            Consumer<Struck> handler) {
        this(postgres.server(), postgres.endpoint(), group, reader, learning, pollEvery, handler);
    }

    /** @param pollEvery how long the event store waits when nobody wakes it */
    Node(
            DataSource dataSource,
            PostgresEndpoint endpoint,
            String group,
            Reader reader,
            Learning learning,
            Duration pollEvery,
            Consumer<Struck> handler) {
        EventNames names = EventNames.of(Struck.class);
        LogicalNameSerializer events = LogicalNameSerializer.forEvents(names);
        SubjectKeys keys = new SubjectKeys(JdbcClient.create(dataSource), TestEventStore.keyEncryptionKey());
        engine = TestEventStore.engineBuilder(dataSource, names, events, keys).build();
        wakeUp = new WakeUp(endpoint, loops);
        store = learning == Learning.WAKE_UP
                ? WakingEventStore.on(engine, wakeUp, loops)
                        .pollEvery(pollEvery)
                        .build()
                : EmbeddedEventStore.builder().storageEngine(engine).build();
        TransactionManager transactions = new SpringTransactionManager(new JdbcTransactionManager(dataSource));
        TokenStore tokens = new ProcessingStore(
                        new UnitOfWorkAwareConnectionProviderWrapper(
                                new SpringDataSourceConnectionProvider(dataSource)),
                        transactions,
                        LogicalNameSerializer.forInternals(),
                        engine)
                .tokens(Duration.ofSeconds(10));
        Configurer wired = DefaultConfigurer.defaultConfiguration()
                .configureSerializer(c -> LogicalNameSerializer.forInternals())
                .configureEventStore(c -> store);
        wired.eventProcessing().registerEventProcessor(group, (name, c, handlers) -> {
            SimpleEventHandlerInvoker invoker = SimpleEventHandlerInvoker.builder()
                    .eventHandlers(List.of(new Handler(struck -> {
                        handler.accept(struck);
                        seen.add(struck.id());
                    })))
                    .build();
            return reader == Reader.TRACKING
                    ? TrackingEventProcessor.builder()
                            .name(name)
                            .eventHandlerInvoker(invoker)
                            .errorHandler(PropagatingErrorHandler.instance())
                            .messageSource(store)
                            .tokenStore(tokens)
                            .transactionManager(transactions)
                            .trackingEventProcessorConfiguration(
                                    TrackingEventProcessorConfiguration.forSingleThreadedProcessing()
                                            .andBatchSize(200))
                            .build()
                    : PooledStreamingEventProcessor.builder()
                            .name(name)
                            .eventHandlerInvoker(invoker)
                            .errorHandler(PropagatingErrorHandler.instance())
                            .messageSource(store)
                            .tokenStore(tokens)
                            .transactionManager(transactions)
                            .coordinatorExecutor(Executors.newScheduledThreadPool(1))
                            .workerExecutor(Executors.newScheduledThreadPool(2))
                            .initialSegmentCount(1)
                            .batchSize(200)
                            .build();
        });
        wired.eventProcessing().assignHandlerInstancesMatching(group, bean -> true);
        wired.eventProcessing().registerEventHandler(c -> new Handler(struck -> {}));
        if (learning == Learning.WAKE_UP) {
            wakeUp.start();
        }
        configuration = wired.start();
    }

    /** Takes the events in. */
    static final class Handler {

        private final Consumer<Struck> consumer;

        Handler(Consumer<Struck> consumer) {
            this.consumer = consumer;
        }

        @EventHandler
        void on(Struck struck) {
            consumer.accept(struck);
        }
    }

    /** Publishes as the command bus does: append, commit, wake. */
    void publish(String id) {
        store.publish(List.<EventMessage<?>>of(new GenericDomainEventMessage<>(
                "Test", id, 0, new Struck(id, System.nanoTime()), MetaData.emptyInstance())));
    }

    /** Appends without waking anybody, as a process that died right after its commit. */
    void appendSilently(String id) {
        engine.appendEvents(List.of(new GenericDomainEventMessage<>(
                "Test", id, 0, new Struck(id, System.nanoTime()), MetaData.from(Map.of()))));
    }

    WakingEventStore waking() {
        return (WakingEventStore) store;
    }

    @Override
    public void close() {
        configuration.shutdown();
        wakeUp.stop();
    }
}
