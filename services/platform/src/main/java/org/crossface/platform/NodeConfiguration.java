package org.crossface.platform;

import org.axonframework.config.EventProcessingConfiguration;
import org.crossface.platform.eventstore.HorizonHealth;
import org.crossface.platform.eventstore.HorizonProbe;
import org.crossface.platform.loops.LoopHealth;
import org.crossface.platform.loops.Loops;
import org.crossface.platform.processing.ProcessorHealth;
import org.crossface.platform.readiness.DatabaseWatch;
import org.crossface.platform.readiness.HastyPools;
import org.crossface.platform.readiness.TimelyHealths;
import org.crossface.platform.schema.GuardedSession;
import org.crossface.platform.schema.PostgresEndpoint;
import org.crossface.platform.schema.PostgresProperties;
import org.crossface.platform.schema.SchemaMigrator;
import org.crossface.platform.wakeup.ViewChangeFeed;
import org.crossface.platform.wakeup.WakeUp;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Wake-up among nodes, and the health of this node and its loops. */
@Configuration(proxyBeanMethods = false)
class NodeConfiguration {

    @Bean
    Loops loops() {
        return new Loops();
    }

    /** Uses no pool, so that its answer depends on PostgreSQL alone. */
    @Bean
    DatabaseWatch databaseHealthIndicator(PostgresProperties properties, SchemaMigrator migrated) {
        PostgresEndpoint endpoint =
                properties.endpoint().with(properties.limits().quick(DatabaseWatch.LIMIT));
        return DatabaseWatch.start(() -> GuardedSession.open(
                endpoint,
                endpoint.server(),
                "crossface-watch",
                endpoint.limits().answer()));
    }

    @Bean
    HastyPools hastyPools() {
        return new HastyPools();
    }

    @Bean
    static TimelyHealths timelyHealths() {
        return new TimelyHealths();
    }

    @Bean
    LoopHealth loopsHealthIndicator(Loops loops) {
        return new LoopHealth(loops);
    }

    @Bean
    WakeUp wakeUp(PostgresProperties properties, SchemaMigrator migrated, Loops loops) {
        return new WakeUp(properties.endpoint(), loops);
    }

    @Bean
    ViewChangeFeed viewChangeFeed(JdbcClient jdbc, WakeUp wakeUp, Loops loops) {
        return new ViewChangeFeed(jdbc, wakeUp, loops);
    }

    @Bean
    ProcessorHealth eventProcessorsHealthIndicator(
            @Qualifier(PlatformConfiguration.INDEPENDENT) JdbcClient jdbc,
            ObjectProvider<EventProcessingConfiguration> processing) {
        return new ProcessorHealth(jdbc, processing::getObject);
    }

    @Bean
    HorizonProbe horizonProbe(@Qualifier(PlatformConfiguration.INDEPENDENT) JdbcClient jdbc) {
        return new HorizonProbe(jdbc);
    }

    @Bean
    HorizonHealth eventStoreHealthIndicator(HorizonProbe probe) {
        return new HorizonHealth(probe);
    }
}
