package org.crossface.platform.bench;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.config.AggregateConfigurer;
import org.axonframework.config.Configuration;
import org.axonframework.config.ConfigurerModule;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventhandling.tokenstore.TokenStore;
import org.crossface.platform.PlatformConfiguration;
import org.crossface.platform.api.Role;
import org.crossface.platform.dispatch.CommandDispatch;
import org.crossface.platform.dispatch.Envelope;
import org.crossface.platform.eventstore.AggregateCaches;
import org.crossface.platform.eventstore.PostgresEventStorageEngine;
import org.crossface.platform.schema.PostgresEndpoint;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;

/** A node of the product: the platform as the server wires it, with idempotency keys on every command. */
public final class Product implements CommandSide {

    private static final AtomicLong KEYS = new AtomicLong();
    private static final String RUN = Long.toHexString(System.nanoTime());

    private final String name;
    private final ConfigurableApplicationContext context;
    private final CommandDispatch dispatch;

    private Product(String name, ConfigurableApplicationContext context) {
        this.name = name;
        this.context = context;
        this.dispatch = context.getBean(CommandDispatch.class);
    }

    @SpringBootConfiguration
    @EnableAutoConfiguration
    @Import(PlatformConfiguration.class)
    static class Application {

        @Bean
        ConfigurerModule tills(AggregateCaches caches) {
            return configurer -> configurer.configureAggregate(AggregateConfigurer.defaultConfiguration(Till.class)
                    .configureCache(configuration -> caches.of(Till.class)));
        }
    }

    /**
     * Starts a node.
     *
     * @param home holds the key-encryption key, the same for all nodes of a database
     * @param settings properties of the product
     * @param module event handlers
     * @param more further configuration classes
     */
    public static Product start(
            String name,
            PostgresEndpoint endpoint,
            Path home,
            Map<String, String> settings,
            ConfigurerModule module,
            Class<?>... more) {
        Map<String, Object> properties = new HashMap<>(settings);
        properties.put("crossface.postgres.url", endpoint.url());
        properties.put("crossface.postgres.owner-password", endpoint.owner().password());
        properties.put("crossface.postgres.server-password", endpoint.server().password());
        properties.put("crossface.home", home.toString());
        properties.put("spring.main.web-application-type", "none");
        properties.put("spring.main.banner-mode", "off");
        properties.put("logging.level.root", "warn");
        ApplicationContextInitializer<ConfigurableApplicationContext> withModule = started ->
                ((GenericApplicationContext) started).registerBean("benchModule", ConfigurerModule.class, () -> module);
        return new Product(
                name,
                new SpringApplicationBuilder(Application.class)
                        .sources(more)
                        .initializers(withModule)
                        .properties(properties)
                        .run());
    }

    @Override
    public String name() {
        return name;
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
        Envelope envelope = Envelope.of("nurse-1", Role.SYSTEM, "org-center", "UI", "TREAT", "request-000000")
                .idempotent(new Envelope.Idempotency(RUN + KEYS.incrementAndGet(), "POST /enter", "hash-of-the-body"));
        dispatch.send(command, envelope);
    }

    PostgresEventStorageEngine engine() {
        return context.getBean(PostgresEventStorageEngine.class);
    }

    /** Has a processor begin behind this token, in so many segments; one that has run before goes on where it was. */
    void startAt(String processor, int segments, TrackingToken token) {
        TokenStore tokens = context.getBean(TokenStore.class);
        context.getBean(TransactionManager.class).executeInTransaction(() -> {
            if (tokens.fetchSegments(processor).length == 0) {
                tokens.initializeTokenSegments(processor, segments, token);
            }
        });
    }

    /** Its parts in Axon. */
    public Configuration configuration() {
        return context.getBean(Configuration.class);
    }

    @Override
    public void close() {
        context.close();
    }

    /** Stores events until there are this many, 20 in each stream, in one statement. */
    static void fill(JdbcTemplate jdbc, long from, long to) {
        jdbc.update(
                "INSERT INTO eventstore.event (aggregate_id, sequence_number, aggregate_type, event_id, metadata, payload,"
                        + " payload_revision, payload_type, time) SELECT 's' || lpad((n / 20)::text, 9, '0'), n % 20, 'Till',"
                        + " 'f' || lpad(n::text, 12, '0'), ?::json, replace(replace(?, '@till', 's' || lpad((n / 20)::text, 9, '0')), '@', n::text)::json, '1',"
                        + " CASE n % 20 WHEN 0 THEN 'bench.till-opened' ELSE 'bench.entered' END, '2026-11-22T09:00:00Z' FROM generate_series(?::bigint, ?::bigint - 1) AS n",
                Stock.METADATA, Stock.payload("@till", 1, "request-@"), from, to);
    }
}
