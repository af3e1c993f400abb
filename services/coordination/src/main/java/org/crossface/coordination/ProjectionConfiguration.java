package org.crossface.coordination;

import javax.sql.DataSource;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.crossface.coordination.projection.StoredHistory;
import org.crossface.coordination.views.Projector;
import org.crossface.coordination.views.ViewProjection;
import org.crossface.pathway.policy.Policies;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;

/** Builds the views on this node; for nodes with the projection role, beside {@link CoordinationConfiguration}. */
@Configuration(proxyBeanMethods = false)
public class ProjectionConfiguration {

    @Bean
    ViewProjection viewProjection(
            DataSource dataSource, EventStorageEngine engine, Policies policies, ViewChanges changes) {
        Projector projector = new Projector(
                new JdbcTemplate(dataSource), CoordinationConfiguration.SCHEMA, new StoredHistory(engine), policies);
        return new ViewProjection(projector, changes);
    }
}
