package org.crossface.coordination;

import javax.sql.DataSource;
import org.crossface.coordination.board.Board;
import org.crossface.coordination.rebuild.FailPoint;
import org.crossface.coordination.rebuild.ViewBuilds;
import org.crossface.coordination.story.PatientStory;
import org.crossface.coordination.theatre.TheatreDay;
import org.crossface.platform.schema.ModuleSchema;
import org.crossface.platform.schema.PostgresProperties;
import org.crossface.platform.wakeup.ViewChangeFeed;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Schema and queries of the module; a node with the projection role imports {@link ProjectionConfiguration} too. */
@Configuration(proxyBeanMethods = false)
public class CoordinationConfiguration {

    /** Name of the schema in which the serving views are. */
    public static final String SCHEMA = "coordination";

    @Bean
    static ModuleSchema coordinationSchema() {
        return new ModuleSchema(SCHEMA);
    }

    /** Builds of the views; it outlives them, so it is in a schema of its own. */
    @Bean
    static ModuleSchema viewsSchema() {
        return new ModuleSchema("views");
    }

    @Bean
    ViewBuilds viewBuilds(DataSource dataSource, PostgresProperties postgres, ObjectProvider<FailPoint> drill) {
        return new ViewBuilds(dataSource, postgres.endpoint(), drill.getIfAvailable(FailPoint::none));
    }

    @Bean
    ViewChanges viewChanges(ObjectProvider<ViewChangeFeed> feed) {
        ViewChangeFeed found = feed.getIfAvailable();
        return found == null ? ViewChanges.ofOneNode() : new ViewChanges(found);
    }

    @Bean
    ViewPositions viewPositions(JdbcClient jdbc, ViewChanges changes) {
        ViewPositions positions = new ViewPositions(jdbc, changes);
        changes.followOtherNodes(positions::reached);
        return positions;
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
    PatientStory patientStory(JdbcClient jdbc) {
        return new PatientStory(jdbc);
    }
}
