package org.crossface.coordination;

import javax.sql.DataSource;
import org.axonframework.config.ConfigurerModule;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.crossface.coordination.projection.StoredHistory;
import org.crossface.coordination.rebuild.ViewBuilder;
import org.crossface.coordination.rebuild.ViewBuilds;
import org.crossface.coordination.views.Projector;
import org.crossface.coordination.views.ViewProjection;
import org.crossface.pathway.policy.Policies;
import org.crossface.platform.eventstore.PostgresEventStorageEngine;
import org.crossface.platform.loops.Loops;
import org.crossface.platform.personal.SubjectKeys;
import org.crossface.platform.processing.BatchSize;
import org.crossface.platform.processing.ProcessingStore;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;

/** Builds the views on this node; for nodes with the projection role, beside {@link CoordinationConfiguration}. */
@Configuration(proxyBeanMethods = false)
public class ProjectionConfiguration {

    /** Each pathway's rows are computed once per transaction, so a large batch writes fewer rows. Once caught up, batches are small. */
    public static final int MOST_AT_ONCE = 10_000;

    /** The bean for the processor of the serving views. */
    @Bean
    BatchSize viewBatchSize() {
        return new BatchSize(ViewProjection.GROUP, MOST_AT_ONCE);
    }

    @Bean
    ViewProjection viewProjection(
            DataSource dataSource,
            EventStorageEngine engine,
            Policies policies,
            ViewChanges changes,
            SubjectKeys keys) {
        JdbcTemplate jdbc = new JdbcTemplate(dataSource);
        Projector projector =
                new Projector(jdbc, CoordinationConfiguration.SCHEMA, new StoredHistory(engine), policies);
        keys.onDestroyed(projector::forgetStates);
        return ViewProjection.serving(projector, changes);
    }

    /** @param projection asked for when Axon starts: it needs the event store, which needs the configuration that this is a part of */
    @Bean
    ConfigurerModule viewsNoteWhatWaits(ObjectProvider<ViewProjection> projection) {
        return configurer -> configurer
                .eventProcessing()
                .registerHandlerInterceptor(
                        ViewProjection.GROUP,
                        configuration -> projection.getObject().noting());
    }

    @Bean
    ViewBuilder viewBuilder(
            ViewBuilds builds,
            ProcessingStore processing,
            EventStore events,
            PostgresEventStorageEngine engine,
            Policies policies,
            DataSource dataSource,
            SubjectKeys keys,
            Loops loops) {
        ViewBuilder builder =
                new ViewBuilder(builds, processing, events, engine, policies, dataSource, ViewBuilder.WORK, loops);
        keys.onDestroyed(builder::forgetStates);
        return builder;
    }
}
