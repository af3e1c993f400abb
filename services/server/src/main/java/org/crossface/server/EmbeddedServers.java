package org.crossface.server;

import java.util.HashMap;
import java.util.Map;
import org.crossface.billing.relay.ChargeTopics;
import org.crossface.platform.embedded.KafkaChild;
import org.crossface.platform.embedded.PostgresChild;
import org.springframework.beans.factory.support.DefaultListableBeanFactory;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;

/**
 * Starts the embedded PostgreSQL and Kafka, those that no property replaces, before any bean is made, and hands on their
 * addresses as properties. They are the first disposable beans of the context, hence stopped last.
 */
final class EmbeddedServers implements ApplicationContextInitializer<ConfigurableApplicationContext> {
    static final short REPLICAS = 1;

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        ServerSettings settings = ServerSettings.of(context.getEnvironment());
        Map<String, Object> addresses = new HashMap<>();
        if (settings.postgres().isEmbedded()) {
            addresses.putAll(startPostgres(settings, context));
        }
        if (settings.kafka().isEmbedded()) {
            addresses.putAll(startKafka(settings, context));
        }
        context.getEnvironment().getPropertySources().addFirst(new MapPropertySource("embedded servers", addresses));
    }

    private static Map<String, Object> startPostgres(ServerSettings settings, ConfigurableApplicationContext context) {
        PostgresChild postgres = PostgresChild.start(
                settings.home().resolve("postgres"), settings.postgres().wantedPort());
        stopLast(context, "embeddedPostgres", postgres);
        return Map.of(
                "crossface.postgres.url", postgres.jdbcUrl(),
                "crossface.postgres.owner-user", PostgresChild.OWNER,
                "crossface.postgres.owner-password", postgres.ownerPassword(),
                "crossface.postgres.server-user", PostgresChild.SERVER,
                "crossface.postgres.server-password", postgres.serverPassword());
    }

    private static Map<String, Object> startKafka(ServerSettings settings, ConfigurableApplicationContext context) {
        try {
            KafkaChild kafka = KafkaChild.start(
                    settings.home().resolve("kafka"), settings.kafka().wantedPort(), ChargeTopics.all(REPLICAS));
            stopLast(context, "embeddedKafka", kafka);
            return Map.of("crossface.kafka.bootstrap-servers", kafka.bootstrapServers());
        } catch (RuntimeException e) {
            beans(context).destroySingletons();
            throw e;
        }
    }

    private static void stopLast(ConfigurableApplicationContext context, String name, AutoCloseable server) {
        beans(context).registerDisposableBean(name, server::close);
    }

    private static DefaultListableBeanFactory beans(ConfigurableApplicationContext context) {
        return (DefaultListableBeanFactory) context.getBeanFactory();
    }
}
