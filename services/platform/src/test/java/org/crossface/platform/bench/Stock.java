package org.crossface.platform.bench;

import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.common.jdbc.ConnectionProvider;
import org.axonframework.common.jdbc.UnitOfWorkAwareConnectionProviderWrapper;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.config.Configuration;
import org.axonframework.config.Configurer;
import org.axonframework.config.DefaultConfigurer;
import org.axonframework.eventhandling.tokenstore.jdbc.JdbcTokenStore;
import org.axonframework.eventhandling.tokenstore.jdbc.PostgresTokenTableFactory;
import org.axonframework.eventsourcing.eventstore.jdbc.JdbcEventStorageEngine;
import org.axonframework.eventsourcing.eventstore.jdbc.PostgresEventTableFactory;
import org.axonframework.messaging.correlation.SimpleCorrelationDataProvider;
import org.axonframework.serialization.jackson3.Jackson3Serializer;
import org.axonframework.spring.jdbc.SpringDataSourceConnectionProvider;
import org.axonframework.spring.messaging.unitofwork.SpringTransactionManager;
import org.crossface.platform.eventstore.LogicalNameSerializer;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.support.JdbcTransactionManager;
import tools.jackson.databind.json.JsonMapper;

/** Axon with its own JDBC engine and its defaults, on a database of its own. */
final class Stock implements CommandSide {

    /** The metadata of each event, on every side. */
    static final Map<String, String> ENVELOPE = Map.of(
            "actor", "nurse-1",
            "role", "SYSTEM",
            "organisation", "org-center",
            "source", "UI",
            "purpose", "TREAT",
            "request", "request-000000",
            "correlation", "request-000000",
            "causation", "request-000000");

    /** {@link #ENVELOPE} as stored. */
    static final String METADATA = JsonMapper.shared().writeValueAsString(ENVELOPE);

    private final JdbcEventStorageEngine engine;
    private final Configuration configuration;

    private Stock(JdbcEventStorageEngine engine, Configuration configuration) {
        this.engine = engine;
        this.configuration = configuration;
    }

    /** The content of an event as stored. */
    static String payload(String till, long amount, String request) {
        return JsonMapper.shared().writeValueAsString(new Till.Entered(till, amount, request, Till.NOTE));
    }

    /** A new engine on tables that exist or are made now. */
    static JdbcEventStorageEngine engine(DataSource dataSource, boolean createTables) {
        JdbcEventStorageEngine engine = JdbcEventStorageEngine.builder()
                .connectionProvider(connections(dataSource))
                .transactionManager(transactions(dataSource))
                .eventSerializer(Jackson3Serializer.builder().build())
                .snapshotSerializer(Jackson3Serializer.builder().build())
                .build();
        if (createTables) {
            engine.createSchema(PostgresEventTableFactory.INSTANCE);
            tokens(dataSource).createSchema(PostgresTokenTableFactory.INSTANCE);
        }
        return engine;
    }

    static JdbcTokenStore tokens(DataSource dataSource) {
        return JdbcTokenStore.builder()
                .connectionProvider(connections(dataSource))
                .serializer(LogicalNameSerializer.forInternals())
                .build();
    }

    private static ConnectionProvider connections(DataSource dataSource) {
        return new UnitOfWorkAwareConnectionProviderWrapper(new SpringDataSourceConnectionProvider(dataSource));
    }

    static TransactionManager transactions(DataSource dataSource) {
        return new SpringTransactionManager(new JdbcTransactionManager(dataSource));
    }

    /** A running node. */
    static Stock start(DataSource dataSource, boolean createTables, Consumer<Configurer> handlers) {
        JdbcEventStorageEngine engine = engine(dataSource, createTables);
        Configurer configurer = DefaultConfigurer.defaultConfiguration()
                .configureSerializer(c -> LogicalNameSerializer.forInternals())
                .configureEventSerializer(c -> Jackson3Serializer.builder().build())
                .configureTransactionManager(c -> transactions(dataSource))
                .configureCorrelationDataProviders(c -> List.of(
                        new SimpleCorrelationDataProvider(ENVELOPE.keySet().toArray(String[]::new))))
                .configureEmbeddedEventStore(c -> engine)
                .configureAggregate(Till.class);
        configurer.eventProcessing().registerTokenStore(c -> tokens(dataSource));
        handlers.accept(configurer);
        return new Stock(engine, configurer.start());
    }

    JdbcEventStorageEngine engine() {
        return engine;
    }

    @Override
    public String name() {
        return "Axon's JdbcEventStorageEngine, defaults";
    }

    @Override
    public void create(String stream) {
        send(new Till.Open(stream));
    }

    @Override
    public void append(String stream, String request) {
        send(new Till.Enter(stream, 1, request));
    }

    private void send(Object command) {
        configuration.commandGateway().sendAndWait(new GenericCommandMessage<>(command, ENVELOPE));
    }

    @Override
    public void close() {
        configuration.shutdown();
    }

    /** Stores events until there are this many, 20 in each stream, in one statement. */
    static void fill(JdbcTemplate jdbc, long from, long to) {
        jdbc.update(
                "INSERT INTO domainevententry (aggregateidentifier, sequencenumber, type, eventidentifier, metadata, payload,"
                        + " payloadrevision, payloadtype, timestamp) SELECT 's' || lpad((n / 20)::text, 9, '0'), n % 20, 'Till',"
                        + " 'f' || lpad(n::text, 12, '0'), convert_to(?, 'UTF8'), convert_to(replace(replace(?, '@till', 's' || lpad((n / 20)::text, 9, '0')), '@', n::text), 'UTF8'), NULL,"
                        + " CASE n % 20 WHEN 0 THEN ? ELSE ? END, '2026-11-22T09:00:00.000Z' FROM generate_series(?::bigint, ?::bigint - 1) AS n",
                METADATA,
                payload("@till", 1, "request-@"),
                Till.Opened.class.getName(),
                Till.Entered.class.getName(),
                from,
                to);
    }
}
