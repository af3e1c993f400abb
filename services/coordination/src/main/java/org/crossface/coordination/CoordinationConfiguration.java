package org.crossface.coordination;

import org.crossface.coordination.board.Board;
import org.crossface.coordination.story.PatientStory;
import org.crossface.coordination.theatre.TheatreDay;
import org.crossface.platform.schema.ModuleSchema;
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

    @Bean
    ViewChanges viewChanges() {
        return new ViewChanges();
    }

    @Bean
    ViewPositions viewPositions(JdbcClient jdbc, ViewChanges changes) {
        return new ViewPositions(jdbc, changes);
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
