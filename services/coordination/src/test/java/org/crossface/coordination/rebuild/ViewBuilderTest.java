package org.crossface.coordination.rebuild;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.crossface.coordination.rebuild.ViewBuild.State;
import org.crossface.coordination.testing.TestViews;
import org.crossface.coordination.testing.TextbookPathway;
import org.crossface.coordination.views.Bundle;
import org.crossface.pathway.policy.Policy;
import org.crossface.pathway.vocabulary.FaceSide;
import org.crossface.platform.loops.Loops;
import org.crossface.platform.processing.ParallelWork;
import org.crossface.platform.testing.TestEventStore;
import org.crossface.platform.testing.TestPostgres;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Builds on nodes that keep no serving views, with the real processors on a real database. */
class ViewBuilderTest {

    private static final Bundle TOGETHER = TestViews.TOGETHER;
    private static final Duration LONG_ENOUGH = Duration.ofSeconds(60);

    private final TestPostgres postgres = TestPostgres.with(TestViews.schemas());
    private final JdbcClient jdbc = postgres.serverJdbc();
    private final TestEventStore store = TestEventStore.on(postgres);
    private final EventStore events = store.start().eventStore();
    private final ViewBuilds builds = new ViewBuilds(postgres.server(), postgres.endpoint());
    private final Loops loops = new Loops();

    @AfterEach
    void stop() {
        store.close();
        postgres.close();
    }

    private ViewBuilder builder(int segments) {
        return TestViews.builder(
                postgres,
                List.of(TOGETHER),
                store,
                events,
                new ParallelWork(segments, 200),
                at -> Policy.defaults(),
                loops);
    }

    private State state(ViewBuild build) {
        return builds.find(build.number()).orElseThrow().state();
    }

    /** As if the views of this bundle served in the revisions of this release. */
    private void serving(Bundle bundle) {
        bundle.views()
                .forEach(view -> jdbc.sql("INSERT INTO views.serving (view, bundle, revision) VALUES (?, ?, ?)")
                        .params(view.name(), bundle.name(), view.revision())
                        .update());
    }

    private long segmentsOf(ViewBuild build) {
        return jdbc.sql("SELECT count(*) FROM processing.token_entry WHERE processor_name = ?")
                .param(build.processor())
                .query(Long.class)
                .single();
    }

    private void append(String pathwayId) {
        store.append(
                "CarePathway",
                pathwayId,
                "patient-of-" + pathwayId,
                TextbookPathway.facts(pathwayId, "P-" + pathwayId, FaceSide.LEFT, LocalDate.of(2025, 1, 14), "OR-1")
                        .subList(0, 10)
                        .toArray());
    }

    @Test
    void aBuildOfNothingServesAtOnce() {
        ViewBuild build = builds.start(TOGETHER, "tester");
        ViewBuilder here = builder(2);
        here.start();
        await().atMost(LONG_ENOUGH).until(() -> state(build) == State.SERVING);
        assertThat(loops.lastBeats()).extracting(Loops.LastBeat::name).containsExactly("builder of views-live");
        here.stop();

        assertThat(loops.lastBeats()).isEmpty();
        assertThat(builds.find(build.number()).orElseThrow().percent()).isEqualTo(100);
    }

    @Test
    void aNodeWithFewerProcessorsFinishesWhatOneWithMoreHasBegun() {
        append("before");
        // Nobody takes over from views that are further.
        jdbc.sql("INSERT INTO views.progress (bundle, position) VALUES (?, 1000000)")
                .param(TOGETHER.name())
                .update();
        serving(TOGETHER);
        ViewBuild build = builds.start(TOGETHER, "tester");
        ViewBuilder four = builder(4);
        four.start();
        await().atMost(LONG_ENOUGH).until(() -> segmentsOf(build) == 4);
        four.stop();
        assertThat(state(build)).isEqualTo(State.BUILDING);
        jdbc.sql("UPDATE views.progress SET position = 0").update();
        for (int n = 1; n <= 8; n++) {
            append("afterwards-" + n);
        }

        ViewBuilder two = builder(2);
        two.start();
        await().atMost(LONG_ENOUGH).until(() -> state(build) == State.SERVING);
        two.stop();

        assertThat(jdbc.sql("SELECT count(*) FROM view_board.board")
                        .query(Integer.class)
                        .single())
                .isEqualTo(9);
    }

    @Test
    void aNodeJoinsABuildAlthoughItsTablesCouldNotBeMadeAtFirst() throws SQLException {
        try (Connection administrator =
                        DriverManager.getConnection(postgres.endpoint().url(), "postgres", "");
                Statement statement = administrator.createStatement()) {
            statement.execute("CREATE SEQUENCE public.refused");
            statement.execute("GRANT ALL ON SEQUENCE public.refused TO PUBLIC");
            statement.execute("""
                    CREATE FUNCTION public.refuse() RETURNS event_trigger LANGUAGE plpgsql AS $$
                    BEGIN PERFORM nextval('public.refused'); RAISE EXCEPTION 'no space left'; END $$""");
            statement.execute("CREATE EVENT TRIGGER refuse ON ddl_command_start WHEN TAG IN ('CREATE TABLE')"
                    + " EXECUTE FUNCTION public.refuse()");
            ViewBuild build = builds.start(TOGETHER, "tester");
            ViewBuilder here = builder(2);
            here.start();
            await().atMost(LONG_ENOUGH)
                    .until(() -> jdbc.sql("SELECT is_called FROM public.refused")
                            .query(Boolean.class)
                            .single());
            statement.execute("DROP EVENT TRIGGER refuse");
            await().atMost(LONG_ENOUGH).until(() -> state(build) == State.SERVING);
            here.stop();
        }
        assertThat(jdbc.sql(
                                "SELECT count(*) FROM pg_namespace WHERE nspname LIKE 'view!_%!_next' ESCAPE '!' OR nspname LIKE 'view!_%!_former' ESCAPE '!'")
                        .query(Integer.class)
                        .single())
                .isZero();
    }
}
