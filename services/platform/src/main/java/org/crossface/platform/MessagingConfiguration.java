package org.crossface.platform;

import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Clock;
import java.time.Duration;
import javax.sql.DataSource;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.commandhandling.gateway.DefaultCommandGateway;
import org.axonframework.common.jdbc.ConnectionProvider;
import org.axonframework.common.jdbc.PersistenceExceptionResolver;
import org.axonframework.common.jdbc.UnitOfWorkAwareConnectionProviderWrapper;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.config.Configurer;
import org.axonframework.eventhandling.GenericEventMessage;
import org.axonframework.eventhandling.tokenstore.TokenStore;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.messaging.annotation.HandlerDefinition;
import org.axonframework.messaging.annotation.ParameterResolverFactory;
import org.axonframework.messaging.correlation.CorrelationDataProvider;
import org.axonframework.serialization.Serializer;
import org.axonframework.spring.jdbc.SpringDataSourceConnectionProvider;
import org.axonframework.spring.messaging.unitofwork.SpringTransactionManager;
import org.axonframework.springboot.EventProcessorProperties;
import org.axonframework.springboot.util.DeadLetterQueueProviderConfigurerModule;
import org.crossface.platform.dispatch.AxonCommandDispatch;
import org.crossface.platform.dispatch.CommandDispatch;
import org.crossface.platform.dispatch.CommandTargets;
import org.crossface.platform.dispatch.CommandsInWork;
import org.crossface.platform.dispatch.ConflictRetry;
import org.crossface.platform.dispatch.EnvelopeMetadata;
import org.crossface.platform.dispatch.EventSourcedCommandBus;
import org.crossface.platform.dispatch.IdempotencyPurge;
import org.crossface.platform.dispatch.IdempotencyRecords;
import org.crossface.platform.eventstore.AggregateCaches;
import org.crossface.platform.eventstore.AppendMetrics;
import org.crossface.platform.eventstore.DuplicateKeyResolver;
import org.crossface.platform.eventstore.ErasureWatch;
import org.crossface.platform.eventstore.EventNames;
import org.crossface.platform.eventstore.GroupAppend;
import org.crossface.platform.eventstore.LogicalNameSerializer;
import org.crossface.platform.eventstore.PostgresEventStorageEngine;
import org.crossface.platform.eventstore.Snapshots;
import org.crossface.platform.loops.Loops;
import org.crossface.platform.personal.PersonalFields;
import org.crossface.platform.personal.SubjectKeys;
import org.crossface.platform.processing.BatchSize;
import org.crossface.platform.processing.DeadLetterProcessor;
import org.crossface.platform.processing.DeadLetters;
import org.crossface.platform.processing.ProcessingStore;
import org.crossface.platform.processing.ProcessorDefaults;
import org.crossface.platform.schema.PostgresProperties;
import org.crossface.platform.time.DomainClock;
import org.crossface.platform.transactions.TransactionOnDemand;
import org.crossface.platform.wakeup.WakeUp;
import org.crossface.platform.wakeup.WakingEventStore;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.DependsOn;
import org.springframework.context.annotation.Primary;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Axon's beans, each declared here: those that Axon's auto-configuration would create fail silently on this version of Spring Boot and on
 * PostgreSQL. A test covers each of these choices.
 */
@Configuration(proxyBeanMethods = false)
class MessagingConfiguration {

    private static final Duration CLAIM_TIMEOUT = Duration.ofSeconds(10);

    /** Axon would create one that does nothing, and every statement would commit by itself. */
    @Bean
    TransactionManager axonTransactionManager(PlatformTransactionManager transactions) {
        return new SpringTransactionManager(transactions);
    }

    @Bean
    ConnectionProvider connectionProvider(DataSource dataSource) {
        return new UnitOfWorkAwareConnectionProviderWrapper(new SpringDataSourceConnectionProvider(dataSource));
    }

    @Bean
    PersistenceExceptionResolver persistenceExceptionResolver() {
        return new DuplicateKeyResolver();
    }

    @Bean
    EventNames eventNames() {
        return EventNames.scan("org.crossface");
    }

    @Bean
    @Primary
    Serializer serializer() {
        return LogicalNameSerializer.forInternals();
    }

    @Bean
    @Qualifier("messageSerializer")
    Serializer messageSerializer(Serializer serializer) {
        return serializer;
    }

    @Bean
    @Qualifier("eventSerializer")
    LogicalNameSerializer eventSerializer(EventNames names) {
        return LogicalNameSerializer.forEvents(names);
    }

    @Bean
    PostgresEventStorageEngine eventStorageEngine(
            DataSource dataSource,
            @Qualifier(PlatformConfiguration.APPENDING) DataSource appending,
            PostgresProperties properties,
            @Value("${crossface.eventstore.group-append:true}") boolean groupAppend,
            EventNames names,
            LogicalNameSerializer events,
            PersonalFields personal,
            SubjectKeys keys,
            Loops loops,
            org.axonframework.config.Configuration configuration) {
        PostgresEventStorageEngine.Builder builder =
                PostgresEventStorageEngine.builder().loops(loops);
        if (groupAppend) {
            builder.groupAppend(GroupAppend.defaults().withWriters(properties.appendWriters()), appending);
        }
        return builder.dataSource(dataSource)
                .eventNames(names)
                .eventSerializer(events)
                .snapshotSerializer(LogicalNameSerializer.forSnapshots())
                .personalFields(personal)
                .subjectCipher(keys)
                .upcasterChain(configuration.upcasterChain())
                .build();
    }

    @Bean
    MeterBinder appendMetrics(PostgresEventStorageEngine engine) {
        return registry -> engine.groupAppender().ifPresent(appender -> new AppendMetrics(appender).bindTo(registry));
    }

    /**
     * Events carry the domain's time. Axon keeps the clock in a static field, so that it is given back when this context ends: the next one
     * in this JVM must not ask a database that is gone.
     */
    @Bean
    DisposableBean timeOfEvents(DomainClock clock) {
        Clock before = GenericEventMessage.clock;
        GenericEventMessage.clock = clock;
        return () -> {
            if (clock.equals(GenericEventMessage.clock)) {
                GenericEventMessage.clock = before;
            }
        };
    }

    @Bean
    @DependsOn("timeOfEvents")
    WakingEventStore eventStore(
            PostgresEventStorageEngine engine,
            WakeUp wakeUp,
            Loops loops,
            org.axonframework.config.Configuration configuration) {
        return WakingEventStore.on(engine, wakeUp, loops)
                .messageMonitor(configuration.messageMonitor(EventStore.class, "eventStore"))
                .build();
    }

    @Bean
    Snapshots snapshots(
            WakingEventStore events,
            TransactionManager transactions,
            ParameterResolverFactory parameters,
            HandlerDefinition handlers,
            ObjectProvider<org.axonframework.config.Configuration> configuration) {
        return Snapshots.of(events, transactions, parameters, handlers, configuration::getObject);
    }

    @Bean
    CorrelationDataProvider envelopeMetadata() {
        return new EnvelopeMetadata();
    }

    @Bean
    IdempotencyRecords idempotencyRecords(JdbcClient jdbc) {
        return new IdempotencyRecords(jdbc);
    }

    @Bean
    IdempotencyPurge idempotencyPurge(IdempotencyRecords records, Loops loops) {
        return IdempotencyPurge.start(records, loops);
    }

    @Bean
    TransactionOnDemand transactionOnDemand(TransactionManager transactions) {
        return new TransactionOnDemand(transactions);
    }

    @Bean
    EventSourcedCommandBus commandBus(
            org.axonframework.config.Configuration configuration,
            IdempotencyRecords records,
            PostgresEventStorageEngine engine) {
        return EventSourcedCommandBus.on(
                engine,
                records,
                configuration.correlationDataProviders(),
                configuration.messageMonitor(CommandBus.class, "commandBus"));
    }

    /** Finds the target stream of the commands of all aggregates. */
    @Bean
    CommandTargets commandTargets() {
        return new CommandTargets();
    }

    /** @param most of each type of aggregate; 0 for no cache */
    @Bean
    AggregateCaches aggregateCaches(@Value("${crossface.eventstore.cached-aggregates:1000}") int most) {
        return new AggregateCaches(most);
    }

    @Bean
    ErasureWatch erasureWatch(SubjectKeys keys, AggregateCaches caches, Loops loops) {
        return ErasureWatch.start(keys, caches, loops);
    }

    @Bean
    ConflictRetry conflictRetry() {
        return ConflictRetry.start();
    }

    @Bean
    CommandGateway commandGateway(CommandBus bus, ConflictRetry retry) {
        return DefaultCommandGateway.builder()
                .commandBus(bus)
                .retryScheduler(retry)
                .build();
    }

    @Bean
    CommandsInWork commandsInWork() {
        return new CommandsInWork();
    }

    @Bean
    CommandDispatch commandDispatch(CommandGateway gateway, IdempotencyRecords records, CommandsInWork inWork) {
        return new AxonCommandDispatch(gateway, records, inWork);
    }

    @Bean
    ProcessingStore processingStore(
            ConnectionProvider connections,
            TransactionManager transactions,
            Serializer internals,
            PostgresEventStorageEngine engine) {
        return new ProcessingStore(connections, transactions, internals, engine);
    }

    @Bean
    TokenStore tokenStore(ProcessingStore store) {
        return store.tokens(CLAIM_TIMEOUT);
    }

    @Bean
    ProcessorDefaults processorDefaults(ObjectProvider<ProcessingStore> store, ObjectProvider<BatchSize> sizes) {
        return new ProcessorDefaults(store::getObject, sizes.stream().toList());
    }

    @Bean
    DeadLetters deadLetters(JdbcClient jdbc, PlatformTransactionManager transactions) {
        return new DeadLetters(jdbc, new TransactionTemplate(transactions));
    }

    @Bean
    DeadLetterProcessor deadLetterProcessor(
            org.axonframework.config.Configuration configuration,
            PostgresEventStorageEngine engine,
            TransactionManager transactions,
            DeadLetters letters,
            JdbcClient jdbc,
            @Value("${crossface.dead-letters.keep:90d}") Duration keep,
            Loops loops) {
        return new DeadLetterProcessor(configuration, engine, transactions, letters, jdbc, keep, loops);
    }

    /** Replaces Axon's bean of this type, which would give queues only to groups that are named in properties. */
    @Bean
    DeadLetterQueueProviderConfigurerModule deadLetterQueueProviderConfigurerModule(
            EventProcessorProperties properties, ObjectProvider<ProcessingStore> store) {
        return new DeadLetterQueueProviderConfigurerModule(
                properties, group -> configuration -> store.getObject().letters(group)) {
            @Override
            public void configureModule(Configurer configurer) {
                // ProcessorDefaults gives every group its queue.
            }
        };
    }
}
