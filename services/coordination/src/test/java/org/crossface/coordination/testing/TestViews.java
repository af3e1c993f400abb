package org.crossface.coordination.testing;

import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.axonframework.config.Configurer;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.crossface.coordination.Bundles;
import org.crossface.coordination.ViewChanges;
import org.crossface.coordination.ViewPositions;
import org.crossface.coordination.projection.PathwayHistory;
import org.crossface.coordination.projection.StoredHistory;
import org.crossface.coordination.rebuild.ViewBuilder;
import org.crossface.coordination.rebuild.ViewSchema;
import org.crossface.coordination.views.Bundle;
import org.crossface.coordination.views.Projector;
import org.crossface.coordination.views.RecentStates;
import org.crossface.coordination.views.View;
import org.crossface.coordination.views.ViewPlace;
import org.crossface.coordination.views.ViewProjections;
import org.crossface.pathway.policy.Policies;
import org.crossface.pathway.policy.Policy;
import org.crossface.platform.loops.Loops;
import org.crossface.platform.processing.ParallelWork;
import org.crossface.platform.schema.ModuleSchema;
import org.crossface.platform.testing.TestEventStore;
import org.crossface.platform.testing.TestPostgres;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The product's views without Spring's context. */
public final class TestViews {

    /** All views in one bundle, for tests in which bundles do not matter. */
    public static final Bundle TOGETHER = new Bundle("live", Bundles.views(Bundles.ALL));

    /** Tests wait for one iteration after another. */
    private static final ViewBuilder.Pace QUICK = new ViewBuilder.Pace(Duration.ofMillis(100), Duration.ofMillis(500));

    private TestViews() {}

    /** The schemas of all views, and that of their builds. */
    public static ModuleSchema[] schemas() {
        return schemas(Bundles.views(Bundles.ALL));
    }

    /** The schemas of these views, and that of their builds. */
    public static ModuleSchema[] schemas(List<View> views) {
        return Stream.concat(ViewSchema.serving(views).stream(), Stream.of(new ModuleSchema("views")))
                .toArray(ModuleSchema[]::new);
    }

    /** Writes all serving views, under the default policy. */
    public static Projector projector(JdbcTemplate jdbc, PathwayHistory history) {
        return new Projector(
                jdbc,
                Bundles.views(Bundles.ALL),
                ViewPlace.SERVING,
                history,
                at -> Policy.defaults(),
                new RecentStates());
    }

    /** Removes all rows, so that the next event is the first one. */
    public static void empty(JdbcTemplate jdbc) {
        jdbc.execute(
                "DELETE FROM view_board.board; DELETE FROM view_theatre_day.theatre_day; DELETE FROM view_aftercare.aftercare;"
                        + " DELETE FROM view_worklist.task; DELETE FROM view_worklist.pathway; DELETE FROM view_worklist.done;"
                        + " DELETE FROM view_timeline.timeline; DELETE FROM view_summary.pathway_summary;"
                        + " DELETE FROM view_patient.patient; DELETE FROM view_patient.pathway; DELETE FROM view_patient.patient_site; DELETE FROM views.progress;"
                        + " DELETE FROM views.serving");
    }

    /** Has the processors of all bundles keep the serving views, under the default policy. */
    public static void keep(Configurer configurer, DataSource dataSource, EventStorageEngine engine, ViewChanges told) {
        keep(configurer, dataSource, engine, told, Bundles.ALL, at -> Policy.defaults());
    }

    /** Has the processors of these bundles keep their serving views. */
    public static void keep(
            Configurer configurer,
            DataSource dataSource,
            EventStorageEngine engine,
            ViewChanges told,
            List<Bundle> bundles,
            Policies policies) {
        ViewProjections projections = ViewProjections.serving(
                bundles, new JdbcTemplate(dataSource), new StoredHistory(engine), policies, told, new RecentStates());
        ViewProjections.processors(bundles, () -> projections).configureModule(configurer);
    }

    /** A node's share in building the views of these bundles, under the default policy. */
    public static ViewBuilder builder(
            TestPostgres postgres, List<Bundle> bundles, TestEventStore node, EventStore events, ParallelWork work) {
        return builder(postgres, bundles, node, events, work, at -> Policy.defaults(), new Loops());
    }

    /** A node's share in building the views of these bundles. */
    public static ViewBuilder builder(
            TestPostgres postgres,
            List<Bundle> bundles,
            TestEventStore node,
            EventStore events,
            ParallelWork work,
            Policies policies,
            Loops loops) {
        return new ViewBuilder(
                new ViewBuilder.Database(postgres.server(), postgres.endpoint()),
                bundles,
                node.processingStore(),
                events,
                node.engine(),
                policies,
                work,
                QUICK,
                loops);
    }

    /** How far all bundles are. */
    public static ViewPositions positions(JdbcClient jdbc, ViewChanges changes) {
        return positions(jdbc, changes, Bundles.ALL);
    }

    /** How far these bundles are. */
    public static ViewPositions positions(JdbcClient jdbc, ViewChanges changes, List<Bundle> bundles) {
        return new ViewPositions(jdbc, changes, Bundles.names(bundles));
    }
}
