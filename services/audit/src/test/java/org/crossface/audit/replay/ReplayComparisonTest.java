package org.crossface.audit.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.crossface.coordination.Bundles;
import org.crossface.coordination.ViewChanged;
import org.crossface.coordination.ViewChanges;
import org.crossface.coordination.ViewPositions;
import org.crossface.coordination.testing.TestViews;
import org.crossface.coordination.testing.TextbookPathway;
import org.crossface.pathway.patient.PatientRegistered;
import org.crossface.pathway.patient.Sex;
import org.crossface.pathway.policy.Policy;
import org.crossface.pathway.vocabulary.FaceSide;
import org.crossface.pathway.vocabulary.PathwayEvent;
import org.crossface.platform.testing.TestEventStore;
import org.crossface.platform.testing.TestPostgres;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The replay against views that the real processor has built from the real event store. */
class ReplayComparisonTest {

    private static final Duration LONG_ENOUGH = Duration.ofSeconds(60);
    private static final String PATIENT = "patient-of-pathway-1";

    private final TestPostgres postgres = TestPostgres.with(TestViews.schemas());
    private final TestEventStore store = TestEventStore.on(postgres);
    private final ViewChanges changes = ViewChanges.ofOneNode();
    private final List<ViewChanged> told = new CopyOnWriteArrayList<>();
    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();

    @BeforeEach
    void buildTheServingViews() {
        changes.subscribe(told::add);
        TestViews.keep(store.configurer(), postgres.server(), store.engine(), changes);
        store.append("Patient", PATIENT, PATIENT, registered());
        List<PathwayEvent> facts =
                TextbookPathway.facts("pathway-1", "P-0101", FaceSide.LEFT, LocalDate.of(2025, 1, 14), "OR-1");
        store.append("CarePathway", "pathway-1", PATIENT, facts.toArray());
        store.start();
        ViewPositions positions = TestViews.positions(postgres.serverJdbc(), changes);
        await().atMost(LONG_ENOUGH)
                .until(() -> positions.reached() == store.engine().horizon());
    }

    @AfterEach
    void stop() {
        store.close();
        postgres.close();
    }

    private static PatientRegistered registered() {
        return new PatientRegistered(
                PATIENT,
                "registration",
                OffsetDateTime.parse("2024-11-05T10:00:00-08:00"),
                "Larsen",
                "Ida",
                "1990-06-02",
                Sex.FEMALE,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                "en",
                false,
                "America/Los_Angeles",
                null,
                true);
    }

    private ReplayComparison.Result compare() {
        return new ReplayComparison(
                        postgres.endpoint(),
                        postgres.server(),
                        store.engine(),
                        at -> Policy.defaults(),
                        Bundles.ALL,
                        new PrintStream(printed, true, StandardCharsets.UTF_8))
                .run();
    }

    @Test
    void viewsThatWereBuiltLiveEqualTheReplay() {
        int toldBefore = told.size();
        ReplayComparison.Result result = compare();

        assertThat(result.differences()).isEmpty();
        assertThat(result.position()).isEqualTo(store.engine().horizon());
        assertThat(result.events()).isGreaterThan(90);
        assertThat(printed.toString(StandardCharsets.UTF_8)).contains("100 %", "0 rows differ.");
        assertThat(told).hasSize(toldBefore);
    }

    @Test
    void aRowThatWasAlteredByHandIsFoundAndNamed() {
        postgres.ownerJdbc()
                .sql(
                        "UPDATE view_board.board SET card = jsonb_set(card, '{tinelMm}', '99') WHERE pathway_id = 'pathway-1'")
                .update();

        assertThat(compare().differences()).singleElement().satisfies(difference -> {
            assertThat(difference.table()).isEqualTo("board");
            assertThat(difference.key()).isEqualTo("pathway-1");
            assertThat(difference.kind()).isEqualTo(ViewDifference.Kind.CHANGED);
            assertThat(difference.columns()).containsExactly("card.tinelMm is 99, replay says 145.0");
        });
        assertThat(printed.toString(StandardCharsets.UTF_8)).contains("1 rows differ", "board pathway-1");
    }

    @Test
    void aRowThatWasRemovedAndOneThatWasAddedAreFound() {
        postgres.ownerJdbc()
                .sql("DELETE FROM view_timeline.timeline WHERE pathway_id = 'pathway-1' AND sequence = 3")
                .update();
        postgres.ownerJdbc()
                .sql("INSERT INTO view_patient.patient (patient_id, position) VALUES ('nobody', 1)")
                .update();

        assertThat(compare().differences())
                .extracting(ViewDifference::table, ViewDifference::key, ViewDifference::kind)
                .containsExactly(
                        tuple("patient", "nobody", ViewDifference.Kind.ONLY_SERVING),
                        tuple("timeline", "pathway-1/3", ViewDifference.Kind.ONLY_REPLAYED));
    }

    @Test
    void aChangedNameIsFoundWithoutPrintingIt() {
        postgres.ownerJdbc()
                .sql("UPDATE view_patient.patient SET family_name = 'Canary' WHERE patient_id = 'patient-of-pathway-1'")
                .update();

        assertThat(compare().differences())
                .singleElement()
                .satisfies(difference -> assertThat(difference.columns()).containsExactly("family_name differs"));
        assertThat(printed.toString(StandardCharsets.UTF_8)).doesNotContain("Canary", "Larsen");
    }
}
