package org.crossface.coordination.bench;

import java.util.List;
import javax.sql.DataSource;
import org.axonframework.common.jdbc.ConnectionProvider;
import org.axonframework.common.jdbc.UnitOfWorkAwareConnectionProviderWrapper;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.config.Configuration;
import org.axonframework.config.Configurer;
import org.axonframework.config.DefaultConfigurer;
import org.axonframework.eventhandling.TrackingEventProcessorConfiguration;
import org.axonframework.eventhandling.tokenstore.jdbc.JdbcTokenStore;
import org.axonframework.eventhandling.tokenstore.jdbc.PostgresTokenTableFactory;
import org.axonframework.eventsourcing.eventstore.jdbc.JdbcEventStorageEngine;
import org.axonframework.eventsourcing.eventstore.jdbc.PostgresEventTableFactory;
import org.axonframework.spring.jdbc.SpringDataSourceConnectionProvider;
import org.axonframework.spring.messaging.unitofwork.SpringTransactionManager;
import org.crossface.coordination.ProjectionConfiguration;
import org.crossface.coordination.ViewChanges;
import org.crossface.coordination.projection.StoredHistory;
import org.crossface.coordination.views.Bundle;
import org.crossface.coordination.views.RecentStates;
import org.crossface.coordination.views.View;
import org.crossface.coordination.views.ViewProjections;
import org.crossface.pathway.policy.Policy;
import org.crossface.platform.eventstore.EventNames;
import org.crossface.platform.eventstore.LogicalNameSerializer;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.support.JdbcTransactionManager;

/** The product's projector, fed by Axon's own JDBC engine with its defaults and a tracking processor with batches as large. */
final class AxonBoard {

    private final DataSource dataSource;
    private final LogicalNameSerializer events = LogicalNameSerializer.forEvents(EventNames.scan("org.crossface"));
    private final JdbcEventStorageEngine engine;

    /** On tables that it makes now. */
    AxonBoard(DataSource dataSource) {
        this.dataSource = dataSource;
        this.engine = JdbcEventStorageEngine.builder()
                .connectionProvider(connections())
                .transactionManager(transactions())
                .eventSerializer(events)
                .snapshotSerializer(LogicalNameSerializer.forSnapshots())
                .build();
        engine.createSchema(PostgresEventTableFactory.INSTANCE);
        tokens().createSchema(PostgresTokenTableFactory.INSTANCE);
    }

    private ConnectionProvider connections() {
        return new UnitOfWorkAwareConnectionProviderWrapper(new SpringDataSourceConnectionProvider(dataSource));
    }

    private TransactionManager transactions() {
        return new SpringTransactionManager(new JdbcTransactionManager(dataSource));
    }

    private JdbcTokenStore tokens() {
        return JdbcTokenStore.builder()
                .connectionProvider(connections())
                .serializer(LogicalNameSerializer.forInternals())
                .build();
    }

    /** A running node that writes the board and these views. */
    Configuration start(List<View> views) {
        JdbcTemplate jdbc = new JdbcTemplate(dataSource);
        Bundle bundle = new Bundle("live", views);
        ViewProjections projections = ViewProjections.serving(
                List.of(bundle),
                jdbc,
                new StoredHistory(engine),
                at -> Policy.defaults(),
                ViewChanges.ofOneNode(),
                new RecentStates());
        Configurer configurer = DefaultConfigurer.defaultConfiguration()
                .configureSerializer(c -> LogicalNameSerializer.forInternals())
                .configureEventSerializer(c -> events)
                .configureTransactionManager(c -> transactions())
                .configureEmbeddedEventStore(c -> engine);
        configurer
                .eventProcessing()
                .usingTrackingEventProcessors()
                .registerTokenStore(c -> tokens())
                .registerTrackingEventProcessorConfiguration(
                        c -> TrackingEventProcessorConfiguration.forSingleThreadedProcessing()
                                .andBatchSize(ProjectionConfiguration.MOST_AT_ONCE));
        ViewProjections.processors(List.of(bundle), () -> projections).configureModule(configurer);
        return configurer.start();
    }
}
