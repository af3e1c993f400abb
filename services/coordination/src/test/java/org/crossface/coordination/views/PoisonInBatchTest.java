package org.crossface.coordination.views;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.crossface.coordination.Bundles;
import org.crossface.coordination.ViewChanged;
import org.crossface.coordination.ViewChanges;
import org.crossface.coordination.ViewPositions;
import org.crossface.coordination.testing.TestViews;
import org.crossface.coordination.testing.TextbookPathway;
import org.crossface.pathway.vocabulary.FaceSide;
import org.crossface.pathway.vocabulary.PathwayEvent;
import org.crossface.platform.testing.TestEventStore;
import org.crossface.platform.testing.TestPostgres;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;

/** An event whose rows cannot be computed, which only shows when a batch is written, among those of others in the same batch. */
class PoisonInBatchTest {

    private final TestPostgres postgres = TestPostgres.with(TestViews.schemas());
    private final TestEventStore store = TestEventStore.on(postgres);
    private final JdbcTemplate jdbc = new JdbcTemplate(postgres.server());

    @AfterEach
    void stop() {
        store.close();
        postgres.close();
    }

    private static List<PathwayEvent> facts(String pathwayId) {
        return TextbookPathway.facts(pathwayId, "P-" + pathwayId, FaceSide.LEFT, LocalDate.of(2025, 1, 14), "OR-1");
    }

    private void append(String pathwayId, List<PathwayEvent> facts) {
        store.append("CarePathway", pathwayId, "patient-of-" + pathwayId, facts.toArray());
    }

    @Test
    void itsPatientWaitsAndTheOthersAreShownAndTold() {
        append("before", facts("before").subList(0, 30));
        append("headless", facts("headless").subList(3, 6));
        append("after", facts("after").subList(0, 30));
        ViewChanges changes = ViewChanges.ofOneNode();
        List<ViewChanged> told = new CopyOnWriteArrayList<>();
        changes.subscribe(told::add);
        TestViews.keep(store.configurer(), postgres.server(), store.engine(), changes);
        store.start();
        ViewPositions positions = TestViews.positions(postgres.serverJdbc(), changes);
        await().atMost(Duration.ofSeconds(60))
                .until(() -> positions.reached() == store.engine().horizon());

        assertThat(jdbc.queryForList("SELECT pathway_id || ' ' || sequence FROM view_board.board", String.class))
                .containsExactlyInAnyOrder("before 29", "after 29");
        assertThat(jdbc.queryForList("SELECT count(*) FROM view_timeline.timeline GROUP BY pathway_id", Integer.class))
                .containsExactly(30, 30);
        assertThat(jdbc.queryForList(
                        "SELECT sequence_identifier FROM processing.dead_letter WHERE processing_group = ?"
                                + " ORDER BY sequence_index",
                        String.class,
                        Bundles.LIVE.processor()))
                .containsExactly("patient-of-headless", "patient-of-headless", "patient-of-headless");
        assertThat(told)
                .filteredOn(change -> change.view().equals("board"))
                .extracting(ViewChanged::id)
                .contains("before", "after")
                .doesNotContain("headless");
    }
}
