package org.crossface.coordination;

import java.time.Duration;
import javax.sql.DataSource;
import org.axonframework.config.ConfigurerModule;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.crossface.coordination.projection.StoredHistory;
import org.crossface.coordination.rebuild.FailPoint;
import org.crossface.coordination.rebuild.ViewBuilder;
import org.crossface.coordination.views.RecentStates;
import org.crossface.coordination.views.ViewProjections;
import org.crossface.pathway.policy.Policies;
import org.crossface.platform.eventstore.PostgresEventStorageEngine;
import org.crossface.platform.loops.Loops;
import org.crossface.platform.personal.SubjectKeys;
import org.crossface.platform.processing.BatchSize;
import org.crossface.platform.processing.ProcessingStore;
import org.crossface.platform.schema.PostgresProperties;
import org.springframework.beans.factory.BeanRegistrar;
import org.springframework.beans.factory.BeanRegistry;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.JdbcTemplate;

/** The event processors that write the views. For nodes with the projection role, beside {@link CoordinationConfiguration}. */
@Configuration(proxyBeanMethods = false)
@Import(ProjectionConfiguration.BatchSizes.class)
public class ProjectionConfiguration {

    /** Each pathway's rows are computed once per transaction, so a large batch writes fewer rows. Once caught up, batches are small. */
    public static final int MOST_AT_ONCE = 10_000;

    /** The batch size of each bundle's processor. */
    static final class BatchSizes implements BeanRegistrar {

        @Override
        public void register(BeanRegistry registry, Environment environment) {
            Bundles.ALL.forEach(bundle -> registry.registerBean(
                    bundle.processor(),
                    BatchSize.class,
                    spec -> spec.supplier(context -> new BatchSize(bundle.processor(), MOST_AT_ONCE))));
        }
    }

    /** States of pathways that all bundles of this node share. */
    @Bean
    RecentStates recentStates(SubjectKeys keys) {
        RecentStates states = new RecentStates();
        keys.onDestroyed(states::clear);
        return states;
    }

    @Bean
    ViewProjections viewProjections(
            DataSource dataSource,
            EventStorageEngine engine,
            Policies policies,
            ViewChanges changes,
            RecentStates recent) {
        return ViewProjections.serving(
                Bundles.ALL, new JdbcTemplate(dataSource), new StoredHistory(engine), policies, changes, recent);
    }

    /** @param projections resolved when Axon starts, since they need the event store and this module is part of its configuration */
    @Bean
    ConfigurerModule viewProcessors(ObjectProvider<ViewProjections> projections) {
        return ViewProjections.processors(Bundles.ALL, projections::getObject);
    }

    @Bean
    ViewBuilder viewBuilder(
            PostgresProperties postgres,
            ObjectProvider<FailPoint> drill,
            ProcessingStore processing,
            EventStore events,
            PostgresEventStorageEngine engine,
            Policies policies,
            DataSource dataSource,
            SubjectKeys keys,
            Loops loops,
            @Value("${crossface.views.interval:500ms}") Duration interval,
            @Value("${crossface.views.rest:5s}") Duration rest) {
        ViewBuilder builder = new ViewBuilder(
                new ViewBuilder.Database(dataSource, postgres.endpoint(), drill.getIfAvailable(FailPoint::none)),
                Bundles.ALL,
                processing,
                events,
                engine,
                policies,
                ViewBuilder.WORK,
                new ViewBuilder.Pace(interval, rest),
                loops);
        keys.onDestroyed(builder::forgetStates);
        return builder;
    }
}
