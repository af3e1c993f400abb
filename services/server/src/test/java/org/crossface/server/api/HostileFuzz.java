package org.crossface.server.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.util.Optional;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.crossface.audit.replay.ReplayComparison;
import org.crossface.coordination.Bundles;
import org.crossface.coordination.ViewPositions;
import org.crossface.pathway.authority.CommandCatalogue;
import org.crossface.pathway.policy.approval.EventSourcedPolicies;
import org.crossface.platform.eventstore.PostgresEventStorageEngine;
import org.crossface.platform.eventstore.StoreCheck;
import org.crossface.platform.schema.PostgresProperties;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * What {@link HostileGeneratorTest} does, with {@code -Dcrossface.fuzz.requests=} (50,000) requests; afterwards the event store is sound and
 * every view is what a replay of all that was accepted makes of it.
 */
@Tag("fuzz")
class HostileFuzz extends RunningServer {

    private static final long MOST_HEAP_GROWTH = 60_000_000;

    @Test
    void noHostileRequestIsMoreThanRefusedAndAllThatWasAcceptedCanBeReplayed(
            @Autowired ApplicationContext context,
            @Autowired @Qualifier("requestMappingHandlerMapping") RequestMappingHandlerMapping mappings) {
        long seed = Optional.ofNullable(Long.getLong("crossface.fuzz.seed")).orElseGet(System::nanoTime);
        JdbcClient jdbc = context.getBean(JdbcClient.class);
        new HostileTrial(port(), context.getBean(CommandCatalogue.class), jdbc, mappings)
                .run(seed, Integer.getInteger("crossface.fuzz.requests", 50_000), MOST_HEAP_GROWTH);

        assertThat(new StoreCheck(jdbc).findings()).allMatch(StoreCheck.Finding::holds);
        long last = jdbc.sql("SELECT max(position) FROM eventstore.event")
                .query(Long.class)
                .single();
        assertThat(context.getBean(ViewPositions.class).awaitPosition(last, java.time.Duration.ofMinutes(2)))
                .isTrue();
        PostgresEventStorageEngine engine = context.getBean(PostgresEventStorageEngine.class);
        javax.sql.DataSource source = context.getBean(javax.sql.DataSource.class);
        assertThat(new ReplayComparison(
                                context.getBean(PostgresProperties.class).endpoint(),
                                source,
                                engine,
                                new EventSourcedPolicies(context.getBean(EventStore.class), Clock.systemUTC()),
                                Bundles.ALL,
                                System.out)
                        .run()
                        .isEqual())
                .isTrue();
    }
}
