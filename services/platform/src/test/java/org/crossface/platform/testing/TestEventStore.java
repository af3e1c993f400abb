package org.crossface.platform.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import javax.sql.DataSource;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.commandhandling.gateway.DefaultCommandGateway;
import org.axonframework.common.jdbc.UnitOfWorkAwareConnectionProviderWrapper;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.config.Configuration;
import org.axonframework.config.Configurer;
import org.axonframework.config.DefaultConfigurer;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.axonframework.messaging.MetaData;
import org.axonframework.modelling.command.CommandTargetResolver;
import org.axonframework.monitoring.NoOpMessageMonitor;
import org.axonframework.serialization.upcasting.event.EventUpcaster;
import org.axonframework.serialization.upcasting.event.NoOpEventUpcaster;
import org.axonframework.spring.jdbc.SpringDataSourceConnectionProvider;
import org.axonframework.spring.messaging.unitofwork.SpringTransactionManager;
import org.crossface.platform.api.Metadata;
import org.crossface.platform.dispatch.AxonCommandDispatch;
import org.crossface.platform.dispatch.CommandDispatch;
import org.crossface.platform.dispatch.CommandTargets;
import org.crossface.platform.dispatch.ConflictRetry;
import org.crossface.platform.dispatch.EnvelopeMetadata;
import org.crossface.platform.dispatch.EventSourcedCommandBus;
import org.crossface.platform.dispatch.IdempotencyRecords;
import org.crossface.platform.eventstore.EventNames;
import org.crossface.platform.eventstore.LogicalNameSerializer;
import org.crossface.platform.eventstore.PostgresEventStorageEngine;
import org.crossface.platform.personal.KeyEncryptionKey;
import org.crossface.platform.personal.PersonalFields;
import org.crossface.platform.personal.SubjectKeys;
import org.crossface.platform.processing.ProcessingStore;
import org.crossface.platform.processing.ProcessorDefaults;
import org.crossface.platform.transactions.TransactionOnDemand;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;

/**
 * The event store and Axon as the server wires them, on a {@link TestPostgres} and without Spring's context. Register handlers at {@link
 * #configurer()}, then {@link #start()}.
 */
public final class TestEventStore implements AutoCloseable {

    private final SubjectKeys keys;
    private final LogicalNameSerializer serializer;
    private final PostgresEventStorageEngine engine;
    private final ConflictRetry retries = ConflictRetry.start();
    private final ProcessingStore processingStore;
    private final IdempotencyRecords records;
    private final Configurer configurer;
    private @Nullable Configuration configuration;

    private TestEventStore(
            DataSource dataSource,
            KeyEncryptionKey key,
            EventNames names,
            UnaryOperator<PostgresEventStorageEngine.Builder> options) {
        this.keys = new SubjectKeys(JdbcClient.create(dataSource), key);
        this.serializer = LogicalNameSerializer.forEvents(names);
        this.engine = options.apply(engineBuilder(dataSource, names, serializer, keys))
                .build();
        TransactionManager transactions = new SpringTransactionManager(new JdbcTransactionManager(dataSource));
        this.processingStore = new ProcessingStore(
                new UnitOfWorkAwareConnectionProviderWrapper(new SpringDataSourceConnectionProvider(dataSource)),
                transactions,
                LogicalNameSerializer.forInternals(),
                engine);
        this.records = new IdempotencyRecords(JdbcClient.create(dataSource));
        this.configurer = configurer(transactions);
    }

    /** On all events that are found in the product's packages. */
    public static TestEventStore on(TestPostgres postgres) {
        return on(postgres, EventNames.scan("org.crossface"));
    }

    /** On these events only. */
    public static TestEventStore on(TestPostgres postgres, EventNames names) {
        return on(postgres, names, NoOpEventUpcaster.INSTANCE);
    }

    /** On these events, with upcasters for their older revisions. */
    public static TestEventStore on(TestPostgres postgres, EventNames names, EventUpcaster upcasters) {
        return on(postgres.server(), keyEncryptionKey(), names, builder -> builder.upcasterChain(upcasters));
    }

    /**
     * On any database.
     *
     * @param key the database's, for tests that share it with other JVMs
     * @param options further settings of the engine
     */
    public static TestEventStore on(
            DataSource dataSource,
            KeyEncryptionKey key,
            EventNames names,
            UnaryOperator<PostgresEventStorageEngine.Builder> options) {
        return new TestEventStore(dataSource, key, names, options);
    }

    /** An engine's builder with all that it needs, for tests of the engine itself. */
    public static PostgresEventStorageEngine.Builder engineBuilder(
            DataSource dataSource, EventNames names, LogicalNameSerializer serializer, SubjectKeys keys) {
        return PostgresEventStorageEngine.builder()
                .dataSource(dataSource)
                .eventNames(names)
                .eventSerializer(serializer)
                .snapshotSerializer(LogicalNameSerializer.forSnapshots())
                .personalFields(new PersonalFields(keys))
                .subjectCipher(keys);
    }

    /** One for the JVM, as all its databases are made from templates that know it. */
    public static KeyEncryptionKey keyEncryptionKey() {
        return TestKey.KEY;
    }

    private static final class TestKey {

        private static final KeyEncryptionKey KEY = make();

        private static KeyEncryptionKey make() {
            try {
                Path folder = Files.createTempDirectory("crossface-keys");
                Path file = folder.resolve("kek.json");
                KeyEncryptionKey key = KeyEncryptionKey.in(file);
                Files.delete(file);
                Files.delete(folder);
                return key;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private Configurer configurer(TransactionManager transactions) {
        Configurer wired = DefaultConfigurer.defaultConfiguration()
                .configureSerializer(c -> LogicalNameSerializer.forInternals())
                .configureEventSerializer(c -> serializer)
                .configureMessageSerializer(c -> LogicalNameSerializer.forInternals())
                .configureTransactionManager(c -> transactions)
                .configureCorrelationDataProviders(c -> List.of(new EnvelopeMetadata()))
                .configureCommandBus(c -> EventSourcedCommandBus.on(
                        engine, records, c.correlationDataProviders(), NoOpMessageMonitor.INSTANCE))
                .configureEventStore(c -> EmbeddedEventStore.builder()
                        .storageEngine(engine)
                        .fetchDelay(100)
                        .build());
        wired.registerComponent(TransactionOnDemand.class, c -> new TransactionOnDemand(transactions));
        wired.registerComponent(
                CommandGateway.class,
                c -> DefaultCommandGateway.builder()
                        .commandBus(c.commandBus())
                        .retryScheduler(retries)
                        .build());
        wired.registerComponent(CommandTargetResolver.class, c -> new CommandTargets());
        wired.eventProcessing().registerTokenStore(c -> processingStore.tokens(Duration.ofSeconds(10)));
        new ProcessorDefaults(() -> processingStore, List.of()).configureModule(wired);
        return wired;
    }

    /** Where tests register aggregates and event handlers before {@link #start()}. */
    public Configurer configurer() {
        return configurer;
    }

    /** Starts Axon; called once. */
    public Configuration start() {
        Configuration started = configurer.start();
        this.configuration = started;
        return started;
    }

    /** Sends commands; after {@link #start()}. */
    public CommandDispatch dispatch() {
        if (configuration == null) {
            throw new IllegalStateException("Not started");
        }
        return new AxonCommandDispatch(configuration.commandGateway(), records);
    }

    public PostgresEventStorageEngine engine() {
        return engine;
    }

    public LogicalNameSerializer serializer() {
        return serializer;
    }

    public SubjectKeys keys() {
        return keys;
    }

    public ProcessingStore processingStore() {
        return processingStore;
    }

    /** Appends events to a stream of a patient, behind those that it has. */
    public void append(String type, String streamId, String patientId, Object... payloads) {
        append(type, streamId, Map.of(Metadata.PATIENT, patientId), payloads);
    }

    /** Appends events with these metadata to a stream, behind those that it has. */
    public void append(String type, String streamId, Map<String, ?> metadata, Object... payloads) {
        long next = engine.lastSequenceNumberFor(streamId).orElse(-1L) + 1;
        List<GenericDomainEventMessage<?>> events = new ArrayList<>();
        for (Object payload : payloads) {
            events.add(new GenericDomainEventMessage<>(
                    type, streamId, next + events.size(), payload, MetaData.from(metadata)));
        }
        if (configuration == null) {
            engine.appendEvents(events);
        } else {
            configuration.eventStore().publish(events);
        }
    }

    @Override
    public void close() {
        if (configuration != null) {
            configuration.shutdown();
        }
        retries.close();
        engine.close();
    }
}
