package org.crossface.audit.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import org.crossface.coordination.Bundles;
import org.crossface.coordination.ViewChanges;
import org.crossface.coordination.ViewPositions;
import org.crossface.coordination.testing.TestViews;
import org.crossface.coordination.testing.TextbookPathway;
import org.crossface.pathway.Samples;
import org.crossface.pathway.aftercare.events.WoundAssessed;
import org.crossface.pathway.oversight.CorrectedField;
import org.crossface.pathway.oversight.RecordCorrected;
import org.crossface.pathway.patient.PatientRegistered;
import org.crossface.pathway.policy.Policy;
import org.crossface.pathway.vocabulary.FaceSide;
import org.crossface.pathway.vocabulary.PathwayEvent;
import org.crossface.platform.testing.TestEventStore;
import org.crossface.platform.testing.TestPostgres;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * Events as an earlier release accepted them, which the tables of the views do not hold as they are, and events of which no row can be made:
 * among those of other patients, in the store, as the real engine wrote them.
 */
@Timeout(120)
class OddEventsTest {

    private static final Duration LONG_ENOUGH = Duration.ofSeconds(60);
    private static final LocalDate DAY = LocalDate.of(2025, 1, 14);

    private final TestPostgres postgres = TestPostgres.with(TestViews.schemas());
    private final TestEventStore store = TestEventStore.on(postgres);
    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();

    @AfterEach
    void stop() {
        store.close();
        postgres.close();
    }

    private static List<PathwayEvent> facts(String pathwayId) {
        return TextbookPathway.facts(pathwayId, "P-" + pathwayId, FaceSide.LEFT, DAY, "OR-1");
    }

    private void append(String pathwayId, List<? extends PathwayEvent> facts) {
        store.append("CarePathway", pathwayId, "patient-of-" + pathwayId, facts.toArray());
    }

    private void project() {
        ViewChanges changes = ViewChanges.ofOneNode();
        TestViews.keep(store.configurer(), postgres.server(), store.engine(), changes);
        store.start();
        ViewPositions positions = TestViews.positions(postgres.serverJdbc(), changes);
        await().atMost(LONG_ENOUGH)
                .until(() -> positions.reached() == store.engine().horizon());
    }

    private ReplayComparison.Result replay() {
        return new ReplayComparison(
                        postgres.endpoint(),
                        postgres.server(),
                        store.engine(),
                        at -> Policy.defaults(),
                        Bundles.ALL,
                        new PrintStream(printed, true, StandardCharsets.UTF_8))
                .run();
    }

    private List<String> blocked() {
        return postgres.serverJdbc()
                .sql("SELECT DISTINCT sequence_identifier FROM processing.dead_letter")
                .query(String.class)
                .list();
    }

    private void assertShown(String... pathwayIds) {
        assertThat(blocked()).isEmpty();
        assertThat(postgres.serverJdbc()
                        .sql("SELECT pathway_id FROM view_board.board")
                        .query(String.class)
                        .list())
                .containsExactlyInAnyOrder(pathwayIds);
        assertThat(replay().isEqual())
                .as(printed.toString(StandardCharsets.UTF_8))
                .isTrue();
    }

    @Test
    void anOffsetThatPostgresDoesNotReadIsShownAsTheMomentThatItNames() {
        append("before", facts("before").subList(0, 30));
        OffsetDateTime odd = OffsetDateTime.parse("2025-02-01T08:00:00-17:00");
        append("odd", facts("odd").subList(0, 30));
        append("odd", List.of(TextbookFacts.wound("odd", odd)));
        append("odd", facts("odd").subList(30, 40));
        append("after", facts("after").subList(0, 30));
        project();

        assertShown("before", "odd", "after");
        assertThat(postgres.serverJdbc()
                        .sql("SELECT occurred_at = '2025-02-02 01:00+00' FROM view_timeline.timeline"
                                + " WHERE pathway_id = 'odd' AND sequence = 30")
                        .query(Boolean.class)
                        .single())
                .isTrue();
    }

    @Test
    void aNulInANameIsShownAsAReplacementCharacter() {
        store.append("Patient", "odd", "odd", TextbookFacts.person("odd", "Lar\u0000sen"));
        store.append("Patient", "other", "other", TextbookFacts.person("other", "Quill"));
        project();

        assertThat(blocked()).isEmpty();
        assertThat(postgres.serverJdbc()
                        .sql("SELECT family_name FROM view_patient.patient ORDER BY patient_id")
                        .query(String.class)
                        .list())
                .containsExactly("Lar\uFFFDsen", "Quill");
        assertThat(replay().isEqual())
                .as(printed.toString(StandardCharsets.UTF_8))
                .isTrue();
    }

    @Test
    void aCorrectionToAValueOfNoTableIsShownAsTheNearestOne() {
        List<PathwayEvent> facts = facts("odd");
        append("odd", facts.subList(0, 60));
        PathwayEvent completed = facts.subList(0, 60).stream()
                .filter(fact -> fact.getClass().getSimpleName().equals("StageOneCompleted"))
                .findFirst()
                .orElseThrow();
        append(
                "odd",
                List.of(Samples.of(
                        RecordCorrected.class,
                        Map.of(
                                "pathwayId",
                                "odd",
                                "factId",
                                "correction",
                                "targetFactId",
                                completed.factId(),
                                "fields",
                                List.of(
                                        new CorrectedField("graftedLengthCm", "1e300"),
                                        new CorrectedField("occurredAt", "+999999999-12-31T23:59:59-18:00")),
                                "personalFields",
                                List.of()))));
        append("after", facts("after").subList(0, 30));
        project();

        assertShown("odd", "after");
    }

    @Test
    void anEventOfWhichNoRowCanBeMadeIsReportedAndTheOthersAreCompared() {
        append("before", facts("before").subList(0, 30));
        append("headless", facts("headless").subList(3, 6));
        append("after", facts("after").subList(0, 30));
        project();

        ReplayComparison.Result result = replay();

        assertThat(result.differences()).isEmpty();
        assertThat(result.unprojectable()).singleElement().satisfies(event -> {
            assertThat(event.patient()).isEqualTo("patient-of-headless");
            assertThat(event.stream()).isEqualTo("headless");
            assertThat(event.position())
                    .isEqualTo(postgres.serverJdbc()
                            .sql("SELECT min(position) FROM eventstore.event WHERE aggregate_id = 'headless'")
                            .query(Long.class)
                            .single());
            assertThat(event.event()).matches("[a-z]+\\.[a-z0-9-]+");
            assertThat(event.reason())
                    .isEqualTo("IllegalStateException at PathwayUpdates.java:"
                            + event.reason().replaceAll("\\D", ""));
        });
        assertThat(result.isEqual()).isFalse();
        assertThat(printed.toString(StandardCharsets.UTF_8))
                .contains("0 rows differ.", "1 events could not be projected:", "patient patient-of-headless")
                .contains("2 later events of their patients were left out.");
    }

    @Test
    void anEventThatCannotBeReadIsReported() {
        append("odd", facts("odd").subList(0, 30));
        append("after", facts("after").subList(0, 30));
        postgres.ownerJdbc()
                .sql("UPDATE eventstore.event SET payload_type = 'future.fact' WHERE aggregate_id = 'odd'"
                        + " AND sequence_number = 20")
                .update();
        project();

        ReplayComparison.Result result = replay();

        assertThat(result.differences()).isEmpty();
        assertThat(result.unprojectable()).singleElement().satisfies(event -> {
            assertThat(event.patient()).isEqualTo("patient-of-odd");
            assertThat(event.event()).isEqualTo("future.fact");
            assertThat(event.reason()).startsWith("cannot be read: ");
        });
        assertThat(result.isEqual()).isFalse();
    }

    @Test
    void anEventWhoseMetadataCannotBeReadIsReported() {
        append("odd", facts("odd").subList(0, 30));
        append("after", facts("after").subList(0, 30));
        project();
        postgres.ownerJdbc()
                .sql("UPDATE eventstore.event SET metadata = '[1]' WHERE aggregate_id = 'odd' AND sequence_number = 20")
                .update();

        ReplayComparison.Result result = replay();

        assertThat(result.unprojectable()).singleElement().satisfies(event -> {
            assertThat(event.stream()).isEqualTo("odd");
            assertThat(event.reason()).startsWith("its metadata cannot be read: ");
        });
        assertThat(result.differences())
                .isNotEmpty()
                .allSatisfy(row -> assertThat(row.key()).startsWith("odd"));
        assertThat(printed.toString(StandardCharsets.UTF_8))
                .contains("9 later events of their patients were left out.");
    }

    /** Facts with a value as an earlier release took it. */
    private static final class TextbookFacts {

        private static PathwayEvent wound(String pathwayId, OffsetDateTime at) {
            return Samples.of(WoundAssessed.class, Map.of("pathwayId", pathwayId, "factId", "wound", "occurredAt", at));
        }

        private static PatientRegistered person(String patientId, String familyName) {
            return Samples.of(PatientRegistered.class, Map.of("patientId", patientId, "familyName", familyName));
        }
    }
}
