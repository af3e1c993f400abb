package org.crossface.coordination.views;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import org.crossface.coordination.Bundles;
import org.crossface.coordination.ViewChanges;
import org.crossface.coordination.ViewPositions;
import org.crossface.coordination.projection.Rows;
import org.crossface.coordination.story.TimelineView;
import org.crossface.coordination.testing.TestViews;
import org.crossface.coordination.testing.TextbookPathway;
import org.crossface.pathway.policy.Policy;
import org.crossface.pathway.vocabulary.FaceSide;
import org.crossface.platform.testing.TestEventStore;
import org.crossface.platform.testing.TestPostgres;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A view that cannot compute the rows of one patient, in a bundle beside another. */
class BundlesApartTest {

    private static final Bundle WITH_POISON =
            new Bundle("record", List.of(new TimelineView(), new PoisonousView("ada")));
    private static final List<Bundle> BUNDLES = List.of(Bundles.LIVE, WITH_POISON);

    private final TestPostgres postgres = TestPostgres.with(TestViews.schemas());
    private final JdbcClient jdbc = postgres.serverJdbc();
    private final TestEventStore store = TestEventStore.on(postgres);

    /** Fails for one pathway from its third event on. */
    private record PoisonousView(String pathwayId) implements View {

        @Override
        public String name() {
            return "poisonous";
        }

        @Override
        public int revision() {
            return 1;
        }

        @Override
        public void write(Rows rows, PathwayUpdate update) {
            if (update.pathwayId().equals(pathwayId) && update.sequence() >= 2) {
                throw new IllegalStateException("cannot be computed");
            }
        }
    }

    @AfterEach
    void stop() {
        store.close();
        postgres.close();
    }

    private void append(String pathwayId) {
        for (Object fact : TextbookPathway.facts(
                        pathwayId, "P-" + pathwayId, FaceSide.LEFT, LocalDate.of(2025, 1, 14), "OR-1")
                .subList(0, 6)) {
            store.append("CarePathway", pathwayId, "patient-of-" + pathwayId, fact);
        }
    }

    @Test
    void thePatientIsHeldBackInThatBundleOnlyAndNobodyElse() {
        append("ada");
        append("bea");
        ViewChanges changes = ViewChanges.ofOneNode();
        TestViews.keep(
                store.configurer(), postgres.server(), store.engine(), changes, BUNDLES, at -> Policy.defaults());
        store.start();
        ViewPositions positions = TestViews.positions(jdbc, changes, BUNDLES);
        await().atMost(Duration.ofSeconds(60))
                .until(() -> positions.reached() == store.engine().horizon());

        assertThat(jdbc.sql("SELECT pathway_id || ' ' || sequence FROM view_board.board ORDER BY 1")
                        .query(String.class)
                        .list())
                .containsExactly("ada 5", "bea 5");
        assertThat(jdbc.sql("SELECT pathway_id || ' ' || max(sequence) FROM view_timeline.timeline GROUP BY pathway_id"
                                + " ORDER BY 1")
                        .query(String.class)
                        .list())
                .containsExactly("ada 1", "bea 5");
        assertThat(jdbc.sql(
                                "SELECT DISTINCT processing_group || ' ' || sequence_identifier FROM processing.dead_letter")
                        .query(String.class)
                        .list())
                .containsExactly("views-record patient-of-ada");
    }
}
