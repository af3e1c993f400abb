package org.crossface.coordination;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.crossface.coordination.projection.StoredHistory;
import org.crossface.coordination.testing.TextbookPathway;
import org.crossface.coordination.views.Projector;
import org.crossface.coordination.views.ViewProjection;
import org.crossface.pathway.FaceSide;
import org.crossface.pathway.PathwayEvent;
import org.crossface.pathway.policy.Policy;
import org.crossface.platform.loops.Loops;
import org.crossface.platform.schema.ModuleSchema;
import org.crossface.platform.testing.TestEventStore;
import org.crossface.platform.testing.TestPostgres;
import org.crossface.platform.wakeup.ViewChangeFeed;
import org.crossface.platform.wakeup.WakeUp;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** One node builds the views; on the other one people read them, wait for what they wrote, and hear of changes. */
class TwoNodesTest {

    private static final Duration LONG_ENOUGH = Duration.ofSeconds(20);

    private final TestPostgres postgres = TestPostgres.with(new ModuleSchema("coordination"));
    private final Loops loops = new Loops();
    private final Node building = new Node();
    private final Node reading = new Node();
    private final TestEventStore store = TestEventStore.on(postgres);

    /** What a node has of the module. */
    private final class Node {

        final WakeUp wakeUp = new WakeUp(postgres.endpoint(), loops);
        final ViewChangeFeed feed = new ViewChangeFeed(postgres.serverJdbc(), wakeUp, loops);
        final ViewChanges changes = new ViewChanges(feed);
        final ViewPositions positions = new ViewPositions(postgres.serverJdbc(), changes);
        final List<ViewChanged> heard = new CopyOnWriteArrayList<>();

        void start() {
            changes.followOtherNodes(positions::reached);
            changes.subscribe(heard::add);
            wakeUp.start();
            feed.start();
        }

        void stop() {
            feed.stop();
            wakeUp.stop();
        }
    }

    @BeforeEach
    void start() {
        building.start();
        reading.start();
        await().atMost(LONG_ENOUGH).until(() -> building.wakeUp.isListening() && reading.wakeUp.isListening());
        Projector projector = new Projector(
                new JdbcTemplate(postgres.server()),
                "coordination",
                new StoredHistory(store.engine()),
                at -> Policy.defaults());
        ViewProjection projection = ViewProjection.serving(projector, building.changes);
        store.configurer()
                .eventProcessing()
                .registerEventHandler(c -> projection)
                .registerHandlerInterceptor(ViewProjection.GROUP, c -> projection.noting());
        store.start();
    }

    @AfterEach
    void stop() {
        store.close();
        building.stop();
        reading.stop();
        postgres.close();
    }

    @Test
    void whoWroteAtOneNodeReadsItAtTheOther() {
        List<PathwayEvent> facts =
                TextbookPathway.facts("pathway-1", "P-0101", FaceSide.LEFT, LocalDate.of(2025, 1, 14), "OR-1");
        long last = 0;
        for (PathwayEvent fact : facts.subList(0, 3)) {
            store.append("CarePathway", "pathway-1", "patient-of-pathway-1", fact);
            last = store.engine().lastPositionOf("pathway-1").orElseThrow();
            assertThat(reading.positions.awaitPosition(last, LONG_ENOUGH)).isTrue();
        }
        assertThat(reading.positions.awaitPosition(last + 1, Duration.ofMillis(200)))
                .as("nobody has written that yet")
                .isFalse();
        long position = last;
        await().atMost(LONG_ENOUGH)
                .until(() -> reading.heard.contains(new ViewChanged("board", "pathway-1", position)));
        assertThat(building.heard)
                .as("its own changes are told once")
                .filteredOn(change -> change.equals(new ViewChanged("board", "pathway-1", position)))
                .hasSize(1);
        assertThat(reading.changes.reached()).isEqualTo(last);
    }

    @Test
    void whoWaitsForAnEventThatWasSetAsideIsNotKeptWaiting() {
        letterOf("patient-of-pathway-3");
        List<PathwayEvent> facts =
                TextbookPathway.facts("pathway-3", "P-0103", FaceSide.LEFT, LocalDate.of(2025, 1, 14), "OR-1");
        store.append("CarePathway", "pathway-3", "patient-of-pathway-3", facts.getFirst());

        long position = store.engine().lastPositionOf("pathway-3").orElseThrow();
        assertThat(reading.positions.awaitPosition(position, LONG_ENOUGH)).isTrue();
        assertThat(postgres.serverJdbc()
                        .sql("SELECT count(*) FROM coordination.board")
                        .query(Integer.class)
                        .single())
                .as("it waits behind the letter")
                .isZero();
    }

    private void letterOf(String patient) {
        postgres.serverJdbc().sql("""
                        INSERT INTO processing.dead_letter (dead_letter_id, processing_group, sequence_identifier, sequence_index,
                               message_type, event_identifier, timestamp, payload_type, payload, enqueued_at, cause_type)
                        VALUES ('letter', 'coordination', ?, 0, 'event', 'earlier', '2026-01-01T00:00:00Z', 'tests.event', '',
                                '2026-01-01T00:00:00Z', 'Failure')""").param(patient).update();
    }

    @Test
    void whoHasAppendedInHisTransactionCannotWaitForIt() {
        List<PathwayEvent> facts =
                TextbookPathway.facts("pathway-2", "P-0102", FaceSide.LEFT, LocalDate.of(2025, 1, 14), "OR-1");
        new TransactionTemplate(new JdbcTransactionManager(postgres.server())).executeWithoutResult(status -> {
            store.append("CarePathway", "pathway-2", "patient-of-pathway-2", facts.getFirst());
            assertThatThrownBy(() -> building.positions.awaitPosition(0, LONG_ENOUGH))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("after the commit");
        });
        long position = store.engine().lastPositionOf("pathway-2").orElseThrow();
        assertThat(building.positions.awaitPosition(position, LONG_ENOUGH)).isTrue();
    }
}
