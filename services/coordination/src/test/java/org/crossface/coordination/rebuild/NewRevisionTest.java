package org.crossface.coordination.rebuild;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.axonframework.config.Configuration;
import org.axonframework.eventhandling.EventTrackerStatus;
import org.axonframework.eventhandling.StreamingEventProcessor;
import org.crossface.coordination.ViewChanged;
import org.crossface.coordination.ViewChanges;
import org.crossface.coordination.board.BoardView;
import org.crossface.coordination.testing.TestViews;
import org.crossface.coordination.testing.TextbookPathway;
import org.crossface.coordination.views.Bundle;
import org.crossface.coordination.views.View;
import org.crossface.pathway.policy.Policy;
import org.crossface.pathway.vocabulary.FaceSide;
import org.crossface.platform.processing.ParallelWork;
import org.crossface.platform.testing.TestEventStore;
import org.crossface.platform.testing.TestPostgres;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A release that computes other rows, deployed where an earlier one has filled the views. */
class NewRevisionTest {

    private static final String BOARD = "board " + new BoardView().revision();

    private static final Duration LONG_ENOUGH = Duration.ofSeconds(60);
    private static final Bundle EARLIER = release(1, "of the earlier release");
    private static final Bundle LATER = release(2, "of the later release");

    private final TestPostgres postgres = TestPostgres.with(TestViews.schemas(EARLIER.views()));
    private final JdbcClient jdbc = postgres.serverJdbc();
    private final ViewBuilds builds = new ViewBuilds(postgres.server(), postgres.endpoint());
    private final List<Node> nodes = new ArrayList<>();

    private static Bundle release(int revision, String label) {
        return new Bundle("live", List.<View>of(new CountedView(revision, label), new BoardView()));
    }

    /** A node of one release that keeps the views and builds them. */
    private final class Node {

        final TestEventStore store = TestEventStore.on(postgres);
        final List<ViewChanged> told = new CopyOnWriteArrayList<>();
        final Configuration axon;
        final ViewBuilder builder;
        private boolean running = true;

        Node(Bundle... bundles) {
            ViewChanges changes = ViewChanges.ofOneNode();
            changes.subscribe(told::add);
            TestViews.keep(
                    store.configurer(),
                    postgres.server(),
                    store.engine(),
                    changes,
                    List.of(bundles),
                    at -> Policy.defaults());
            axon = store.start();
            builder = TestViews.builder(postgres, List.of(bundles), store, axon.eventStore(), new ParallelWork(2, 200));
            builder.start();
            nodes.add(this);
        }

        StreamingEventProcessor processor() {
            return axon.eventProcessingConfiguration()
                    .eventProcessor(EARLIER.processor(), StreamingEventProcessor.class)
                    .orElseThrow();
        }

        boolean fails() {
            return processor().processingStatus().values().stream().anyMatch(EventTrackerStatus::isErrorState);
        }

        void stop() {
            if (running) {
                running = false;
                builder.stop();
                store.close();
            }
        }
    }

    @AfterEach
    void stop() {
        nodes.forEach(Node::stop);
        postgres.close();
    }

    private void append(TestEventStore store, String pathwayId, int from, int until) {
        store.append(
                "CarePathway",
                pathwayId,
                "patient-of-" + pathwayId,
                TextbookPathway.facts(pathwayId, "P-" + pathwayId, FaceSide.LEFT, LocalDate.of(2025, 1, 14), "OR-1")
                        .subList(from, until)
                        .toArray());
    }

    private List<String> counted() {
        return jdbc.sql("SELECT pathway_id || ' ' || events || ' ' || label FROM view_counted.counted ORDER BY 1")
                .query(String.class)
                .list();
    }

    private List<String> serving() {
        return jdbc.sql("SELECT view || ' ' || revision FROM views.serving ORDER BY 1")
                .query(String.class)
                .list();
    }

    private void awaitCounted(String... rows) {
        await().atMost(LONG_ENOUGH).untilAsserted(() -> assertThat(counted()).containsExactly(rows));
    }

    @Test
    void isBuiltByItselfBesideTheServingOneAndTheOtherViewsAreLeftAlone() {
        Node earlier = new Node(EARLIER);
        append(earlier.store, "ada", 0, 5);
        append(earlier.store, "bea", 0, 7);
        awaitCounted("ada 5 of the earlier release", "bea 7 of the earlier release");
        assertThat(serving()).containsExactly(BOARD, "counted 1");
        assertThat(builds.latest(5)).as("the first rows need no build").isEmpty();
        earlier.stop();
        postgres.ownerJdbc()
                .sql("UPDATE view_board.board SET number = 'left alone' WHERE pathway_id = 'ada'")
                .update();

        Node later = new Node(LATER);

        awaitCounted("ada 5 of the later release", "bea 7 of the later release");
        await().atMost(LONG_ENOUGH).until(() -> serving().equals(List.of(BOARD, "counted 2")));
        assertThat(builds.latest(5)).singleElement().satisfies(build -> {
            assertThat(build.views()).containsExactly("counted");
            assertThat(build.askedBy()).isEqualTo("crossface");
        });
        append(later.store, "bea", 7, 9);
        awaitCounted("ada 5 of the later release", "bea 9 of the later release");
        assertThat(jdbc.sql("SELECT number FROM view_board.board ORDER BY pathway_id")
                        .query(String.class)
                        .list())
                .containsExactly("left alone", "P-bea");
    }

    @Test
    void whileItIsBuiltPeopleReadTheRowsOfTheEarlierOne() {
        Node earlier = new Node(EARLIER);
        append(earlier.store, "ada", 0, 5);
        awaitCounted("ada 5 of the earlier release");
        earlier.stop();
        // As if the store held far more: nothing takes the place of views that are further.
        jdbc.sql("UPDATE views.progress SET position = 1000000").update();

        Node later = new Node(LATER);
        await().atMost(LONG_ENOUGH)
                .until(() -> jdbc.sql("SELECT to_regclass('view_counted_next.counted') IS NOT NULL")
                        .query(Boolean.class)
                        .single());
        await().atMost(LONG_ENOUGH)
                .until(() -> jdbc.sql("SELECT count(*) FROM view_counted_next.counted")
                                .query(Integer.class)
                                .single()
                        == 1);
        assertThat(counted()).containsExactly("ada 5 of the earlier release");
        append(later.store, "bea", 0, 3);
        awaitCounted("ada 5 of the earlier release", "bea 3 of the later release");

        jdbc.sql("UPDATE views.progress SET position = 0").update();
        awaitCounted("ada 5 of the later release", "bea 3 of the later release");
    }

    @Test
    void nodesOfTheEarlierReleaseWriteNoMoreRows() {
        Node earlier = new Node(EARLIER);
        append(earlier.store, "ada", 0, 5);
        awaitCounted("ada 5 of the earlier release");
        earlier.builder.stop();
        jdbc.sql("UPDATE views.serving SET revision = 2 WHERE view = 'counted'").update();

        append(earlier.store, "ada", 5, 6);
        await().atMost(LONG_ENOUGH).until(earlier::fails);
        assertThat(counted()).containsExactly("ada 5 of the earlier release");

        Node later = new Node(LATER);
        awaitCounted("ada 6 of the later release");
        assertThat(later.fails()).isFalse();
    }

    @Test
    void oneViewIsBuiltAnewAlone() {
        Node node = new Node(EARLIER);
        append(node.store, "ada", 0, 5);
        awaitCounted("ada 5 of the earlier release");
        postgres.ownerJdbc()
                .sql("UPDATE view_counted.counted SET label = 'wrong'")
                .update();
        postgres.ownerJdbc().sql("UPDATE view_board.board SET number = 'wrong'").update();

        builds.start(EARLIER, List.of(EARLIER.view("counted").orElseThrow()), "tester");

        awaitCounted("ada 5 of the earlier release");
        assertThat(jdbc.sql("SELECT number FROM view_board.board")
                        .query(String.class)
                        .single())
                .as("nobody asked for that")
                .isEqualTo("wrong");
    }

    /** The bundle that it comes to is at another event than the one that it left. */
    @Test
    void aViewThatCameFromAnotherBundleIsBuiltAnew() {
        View moves = new CountedView(1, "of the earlier release");
        Bundle emptied = new Bundle("live", List.of(new BoardView()));
        Node earlier = new Node(EARLIER, new Bundle("record", List.of(new SilentView())));
        append(earlier.store, "ada", 0, 5);
        awaitCounted("ada 5 of the earlier release");
        long there = earlier.store.engine().horizon();
        await().atMost(LONG_ENOUGH).until(() -> progressOf("record") == there);
        earlier.stop();
        try (TestEventStore aside = TestEventStore.on(postgres)) {
            append(aside, "ada", 5, 8);
        }
        jdbc.sql("UPDATE views.progress SET position = position + 3 WHERE bundle = 'record'")
                .update();
        jdbc.sql(
                        "UPDATE processing.token_entry SET token = convert_to(replace(convert_from(token, 'UTF8'), ?, ?), 'UTF8')"
                                + " WHERE processor_name = 'views-record'")
                .params("\"globalIndex\":" + there, "\"globalIndex\":" + (there + 3))
                .update();

        new Node(emptied, new Bundle("record", List.of(new SilentView(), moves)));

        awaitCounted("ada 8 of the earlier release");
        await().atMost(LONG_ENOUGH)
                .until(() -> jdbc.sql("SELECT bundle FROM views.serving WHERE view = 'counted'")
                        .query(String.class)
                        .single()
                        .equals("record"));
    }

    private long progressOf(String bundle) {
        return jdbc.sql("SELECT coalesce(max(position), -1) FROM views.progress WHERE bundle = ?")
                .param(bundle)
                .query(Long.class)
                .single();
    }

    /** A view without tables. */
    private record SilentView() implements View {

        @Override
        public String name() {
            return "silent";
        }

        @Override
        public int revision() {
            return 1;
        }
    }

    @Test
    void whatABuildHandledAheadIsToldAfterTheSwitch() {
        Node first = new Node(EARLIER);
        append(first.store, "ada", 0, 5);
        awaitCounted("ada 5 of the earlier release");
        first.processor().shutDown();
        append(first.store, "ada", 5, 8);
        long ahead = first.store.engine().lastPositionOf("ada").orElseThrow();
        ViewBuild build = builds.start(EARLIER, "tester");
        await().atMost(LONG_ENOUGH)
                .until(() -> builds.find(build.number()).orElseThrow().state() == ViewBuild.State.SERVING);
        assertThat(counted()).containsExactly("ada 8 of the earlier release");
        assertThat(first.told).doesNotContain(new ViewChanged("board", "ada", ahead));

        first.processor().start();

        await().atMost(LONG_ENOUGH)
                .untilAsserted(() -> assertThat(first.told).contains(new ViewChanged("board", "ada", ahead)));
    }
}
