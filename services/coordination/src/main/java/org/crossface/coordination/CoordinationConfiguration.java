package org.crossface.coordination;

import java.util.Set;
import javax.sql.DataSource;
import org.crossface.coordination.aftercare.AftercareList;
import org.crossface.coordination.board.Board;
import org.crossface.coordination.deadlines.PathwayDeadlines;
import org.crossface.coordination.deadlines.PolicyDeadlines;
import org.crossface.coordination.patient.PatientList;
import org.crossface.coordination.rebuild.ViewBuilds;
import org.crossface.coordination.rebuild.ViewSchema;
import org.crossface.coordination.story.PatientStory;
import org.crossface.coordination.theatre.TheatreDay;
import org.crossface.coordination.worklist.Worklist;
import org.crossface.platform.PlatformConfiguration;
import org.crossface.platform.deadlines.DeadlineHealth;
import org.crossface.platform.deadlines.DeadlineWatch;
import org.crossface.platform.schema.ModuleSchema;
import org.crossface.platform.schema.PostgresProperties;
import org.crossface.platform.wakeup.ViewChangeFeed;
import org.springframework.beans.factory.BeanRegistrar;
import org.springframework.beans.factory.BeanRegistry;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Schema and queries of the module; a node with the projection role imports {@link ProjectionConfiguration} too. */
@Configuration(proxyBeanMethods = false)
@Import(CoordinationConfiguration.ViewSchemas.class)
public class CoordinationConfiguration {

    /** One schema for each view. */
    static final class ViewSchemas implements BeanRegistrar {

        @Override
        public void register(BeanRegistry registry, Environment environment) {
            ViewSchema.serving(Bundles.views(Bundles.ALL))
                    .forEach(schema -> registry.registerBean(
                            schema.name(), ModuleSchema.class, spec -> spec.supplier(context -> schema)));
        }
    }

    /** Builds, progress and revisions of the views. Schemas of views are dropped, so this is a schema of its own. */
    @Bean
    static ModuleSchema viewsSchema() {
        return new ModuleSchema("views");
    }

    @Bean
    ViewBuilds viewBuilds(DataSource dataSource, PostgresProperties postgres) {
        return new ViewBuilds(dataSource, postgres.endpoint());
    }

    @Bean
    ViewChanges viewChanges(ObjectProvider<ViewChangeFeed> feed) {
        return new ViewChanges(feed.getIfAvailable(), Bundles.names(Bundles.ALL));
    }

    @Bean
    ViewPositions viewPositions(JdbcClient jdbc, ViewChanges changes) {
        ViewPositions positions = new ViewPositions(jdbc, changes, Bundles.names(Bundles.ALL));
        changes.followOtherNodes(positions::reached);
        return positions;
    }

    /** On every node, since the nodes that serve deadlines may be the ones that are missing. */
    @Bean
    DeadlineWatch deadlineWatch(@Qualifier(PlatformConfiguration.INDEPENDENT) JdbcClient jdbc) {
        return new DeadlineWatch(jdbc, Set.of(PathwayDeadlines.NAME, PathwayDeadlines.MESSAGES, PolicyDeadlines.NAME));
    }

    @Bean
    DeadlineHealth deadlinesHealthIndicator(DeadlineWatch watch) {
        return new DeadlineHealth(watch);
    }

    @Bean
    Board board(JdbcClient jdbc) {
        return new Board(jdbc);
    }

    @Bean
    TheatreDay theatreDay(JdbcClient jdbc) {
        return new TheatreDay(jdbc);
    }

    @Bean
    Worklist worklist(JdbcClient jdbc) {
        return new Worklist(jdbc);
    }

    @Bean
    AftercareList aftercareList(JdbcClient jdbc) {
        return new AftercareList(jdbc);
    }

    @Bean
    PatientList patientList(JdbcClient jdbc) {
        return new PatientList(jdbc);
    }

    @Bean
    PatientStory patientStory(JdbcClient jdbc) {
        return new PatientStory(jdbc);
    }
}
