package org.crossface.server;

import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.crossface.platform.embedded.ChildSupervisor;
import org.crossface.platform.embedded.ChildrenHealth;
import org.crossface.platform.embedded.EmbeddedChildren;
import org.crossface.platform.embedded.KafkaChild;
import org.crossface.platform.embedded.PostgresChild;
import org.springframework.beans.factory.support.DefaultListableBeanFactory;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ApplicationListener;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.core.env.MapPropertySource;

/**
 * Starts the embedded PostgreSQL and Kafka, unless a property names an external one, before any bean is created, and sets their addresses
 * as properties. Each is started again when it ends. They are the first disposable bean of the context, hence stopped last. A server that
 * does not respond is killed when the context begins to close, so that no bean waits for it.
 */
final class EmbeddedServers implements ApplicationContextInitializer<ConfigurableApplicationContext> {
    static final short REPLICAS = 1;

    /** The drill switches the restarts off with this, as a control. */
    private static final String SUPERVISED = "crossface.embedded.supervised";

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        ServerSettings settings = ServerSettings.of(context.getEnvironment());
        boolean supervised = context.getEnvironment().getProperty(SUPERVISED, Boolean.class, true);
        EmbeddedChildren servers = supervised ? EmbeddedChildren.supervised() : EmbeddedChildren.unsupervised();
        Map<String, Object> addresses = new HashMap<>();
        try {
            if (settings.postgres().isEmbedded()) {
                addresses.putAll(startPostgres(settings, servers));
            }
            if (settings.kafka().isEmbedded()) {
                addresses.putAll(startKafka(settings, servers));
            }
        } catch (RuntimeException e) {
            servers.close();
            throw e;
        }
        context.getEnvironment().getPropertySources().addFirst(new MapPropertySource("embedded servers", addresses));
        keep(context, servers);
    }

    private static Map<String, Object> startPostgres(ServerSettings settings, EmbeddedChildren servers) {
        PostgresChild postgres = servers.keep(PostgresChild.start(
                settings.home().resolve("postgres"), settings.postgres().wantedPort()));
        return Map.of(
                "crossface.postgres.url", postgres.jdbcUrl(),
                "crossface.postgres.owner-user", PostgresChild.OWNER,
                "crossface.postgres.owner-password", postgres.ownerPassword(),
                "crossface.postgres.server-user", PostgresChild.SERVER,
                "crossface.postgres.server-password", postgres.serverPassword());
    }

    private static Map<String, Object> startKafka(ServerSettings settings, EmbeddedChildren servers) {
        KafkaChild kafka = servers.keep(KafkaChild.start(
                settings.home().resolve("kafka"),
                settings.kafka().wantedPort(),
                settings.kafka().topics().all(REPLICAS)));
        return Map.of("crossface.kafka.bootstrap-servers", kafka.bootstrapServers());
    }

    private static void keep(ConfigurableApplicationContext context, EmbeddedChildren servers) {
        DefaultListableBeanFactory beans = (DefaultListableBeanFactory) context.getBeanFactory();
        beans.registerDisposableBean("embeddedServers", servers::close);
        List<ChildSupervisor> supervisors = servers.supervisors();
        if (!supervisors.isEmpty()) {
            beans.registerSingleton(
                    "embeddedServersHealthIndicator", new ChildrenHealth(supervisors, Clock.systemUTC()));
            context.addApplicationListener((ApplicationListener<ContextClosedEvent>) closed -> {
                if (closed.getApplicationContext().equals(context)) {
                    servers.prepareToStop();
                }
            });
        }
    }
}
