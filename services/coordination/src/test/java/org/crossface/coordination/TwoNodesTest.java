package org.crossface.coordination;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.axonframework.eventhandling.EventTrackerStatus;
import org.axonframework.eventhandling.StreamingEventProcessor;
import org.crossface.coordination.testing.TestViews;
import org.crossface.coordination.testing.TextbookPathway;
import org.crossface.coordination.views.Bundle;
import org.crossface.pathway.policy.Policy;
import org.crossface.pathway.vocabulary.FaceSide;
import org.crossface.pathway.vocabulary.PathwayEvent;
import org.crossface.platform.loops.Loops;
import org.crossface.platform.testing.TestEventStore;
import org.crossface.platform.testing.TestPostgres;
import org.crossface.platform.wakeup.ViewChangeFeed;
import org.crossface.platform.wakeup.WakeUp;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** One node builds the views; on the other one people read them, wait for what they wrote, and hear of changes. */
class TwoNodesTest {

    private static final List<Bundle> TOGETHER = List.of(TestViews.TOGETHER);
    private static final Duration LONG_ENOUGH = Duration.ofSeconds(20);

    private final TestPostgres postgres = TestPostgres.with(TestViews.schemas());
    private final Loops loops = new Loops();
    private final Node building = new Node();
    private final Node reading = new Node();
    private final TestEventStore store = TestEventStore.on(postgres);
    private StreamingEventProcessor processor;

    /** What a node has of the module. */
    private final class Node {

        final WakeUp wakeUp = new WakeUp(postgres.endpoint(), loops);
        final ViewChangeFeed feed = new ViewChangeFeed(postgres.serverJdbc(), wakeUp, loops);
        final ViewChanges changes = new ViewChanges(feed, Bundles.names(TOGETHER));
        final ViewPositions positions = TestViews.positions(postgres.serverJdbc(), changes, TOGETHER);
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
        TestViews.keep(
                store.configurer(),
                postgres.server(),
                store.engine(),
                building.changes,
                TOGETHER,
                at -> Policy.defaults());
        processor = store.start()
                .eventProcessingConfiguration()
                .eventProcessor(TestViews.TOGETHER.processor(), StreamingEventProcessor.class)
                .orElseThrow();
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
    void untilTheViewsHoldWhatTheStoreHeldAtTheStartPagesSayThatTheyAreBeingFilled() {
        List<PathwayEvent> facts =
                TextbookPathway.facts("pathway-6", "P-0106", FaceSide.LEFT, LocalDate.of(2025, 1, 14), "OR-1");
        store.append(
                "CarePathway",
                "pathway-6",
                "patient-of-pathway-6",
                facts.subList(0, 4).toArray());
        long last = store.engine().lastPositionOf("pathway-6").orElseThrow();
        ViewPositions starting = TestViews.positions(postgres.serverJdbc(), building.changes, TOGETHER);

        assertThat(starting.percentWhileFilling(-1)).hasValue(0);
        assertThat(starting.percentWhileFilling(last / 2)).hasValue((int) (100 * (last / 2) / last));
        store.append("CarePathway", "pathway-6", "patient-of-pathway-6", facts.get(4));
        assertThat(starting.percentWhileFilling(last))
                .as("later events do not count")
                .isEmpty();
        assertThat(starting.percentWhileFilling(-1)).as("it is over for good").isEmpty();
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
                        .sql("SELECT count(*) FROM view_board.board")
                        .query(Integer.class)
                        .single())
                .as("it waits behind the letter")
                .isZero();
    }

    @Test
    void rowsProgressChangeAndTokenAreOneTransaction() {
        noteTransactions();
        List<PathwayEvent> facts =
                TextbookPathway.facts("pathway-4", "P-0104", FaceSide.LEFT, LocalDate.of(2025, 1, 14), "OR-1");
        store.append("CarePathway", "pathway-4", "patient-of-pathway-4", facts.getFirst());
        long position = store.engine().lastPositionOf("pathway-4").orElseThrow();
        assertThat(reading.positions.awaitPosition(position, LONG_ENOUGH)).isTrue();

        List<String> ofTheBoard = transactionsOf("board");
        assertThat(ofTheBoard).hasSize(1);
        assertThat(transactionsOf("progress")).isEqualTo(ofTheBoard);
        assertThat(transactionsOf("view_change")).isEqualTo(ofTheBoard);
        assertThat(transactionsOf("token_entry")).as("claims aside").isEqualTo(ofTheBoard);
        assertThat(changesOf("pathway-4")).isPositive();
    }

    /** The number of the transaction itself, which is not that of a savepoint in it. */
    private void noteTransactions() {
        JdbcClient owner = postgres.ownerJdbc();
        owner.sql("CREATE TABLE public.written (name text, transaction xid8)").update();
        owner.sql("""
                        CREATE FUNCTION public.note_transaction() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER AS $$
                        BEGIN
                          INSERT INTO public.written VALUES (TG_TABLE_NAME, pg_current_xact_id());
                          RETURN NULL;
                        END $$""").update();
        for (String table : List.of("view_board.board", "views.progress", "wakeup.view_change")) {
            owner.sql("CREATE TRIGGER note AFTER INSERT OR UPDATE ON " + table
                            + " FOR EACH ROW EXECUTE FUNCTION public.note_transaction()")
                    .update();
        }
        owner.sql("CREATE TRIGGER note AFTER UPDATE ON processing.token_entry FOR EACH ROW"
                        + " WHEN (NEW.token IS DISTINCT FROM OLD.token) EXECUTE FUNCTION public.note_transaction()")
                .update();
    }

    private List<String> transactionsOf(String table) {
        return postgres.ownerJdbc()
                .sql("SELECT DISTINCT transaction::text FROM public.written WHERE name = ?")
                .param(table)
                .query(String.class)
                .list();
    }

    private long changesOf(String pathwayId) {
        return count("wakeup.view_change WHERE entity = ?", pathwayId);
    }

    private long count(String rows, Object... parameters) {
        return postgres.serverJdbc()
                .sql("SELECT count(*) FROM " + rows)
                .params(parameters)
                .query(Long.class)
                .single();
    }

    /** It fails at its very end, when everything has been written. */
    @Test
    void aBatchThatFailsLeavesNeitherRowsNorChangeNorProgress() {
        await().atMost(LONG_ENOUGH).until(() -> !processor.processingStatus().isEmpty());
        refuseToCommitTokens();
        List<byte[]> token = tokens();
        List<PathwayEvent> facts =
                TextbookPathway.facts("pathway-5", "P-0105", FaceSide.LEFT, LocalDate.of(2025, 1, 14), "OR-1");
        store.append("CarePathway", "pathway-5", "patient-of-pathway-5", facts.getFirst());
        await().pollInterval(Duration.ofMillis(10))
                .atMost(LONG_ENOUGH)
                .until(() -> processor.processingStatus().values().stream().anyMatch(EventTrackerStatus::isErrorState));

        assertThat(count("view_board.board")).isZero();
        assertThat(count("view_timeline.timeline")).isZero();
        assertThat(count("views.progress")).isZero();
        assertThat(changesOf("pathway-5")).isZero();
        assertThat(tokens()).containsExactlyElementsOf(token);
        assertThat(building.heard).as("nobody is told").isEmpty();

        postgres.ownerJdbc()
                .sql("DROP TRIGGER refuse ON processing.token_entry")
                .update();
        long position = store.engine().lastPositionOf("pathway-5").orElseThrow();
        assertThat(reading.positions.awaitPosition(position, LONG_ENOUGH)).isTrue();
        assertThat(count("view_board.board")).isOne();
        assertThat(changesOf("pathway-5")).isPositive();
    }

    private void refuseToCommitTokens() {
        JdbcClient owner = postgres.ownerJdbc();
        owner.sql("""
                        CREATE FUNCTION public.refuse() RETURNS trigger LANGUAGE plpgsql AS $$
                        BEGIN
                          RAISE EXCEPTION 'refused at the commit';
                        END $$""").update();
        owner.sql("CREATE CONSTRAINT TRIGGER refuse AFTER UPDATE ON processing.token_entry"
                        + " DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN (NEW.token IS DISTINCT FROM OLD.token)"
                        + " EXECUTE FUNCTION public.refuse()")
                .update();
    }

    private List<byte[]> tokens() {
        return postgres.serverJdbc()
                .sql("SELECT coalesce(token, '') FROM processing.token_entry WHERE processor_name = ?")
                .param(TestViews.TOGETHER.processor())
                .query((rs, n) -> rs.getBytes(1))
                .list();
    }

    private void letterOf(String patient) {
        postgres.serverJdbc().sql("""
                        INSERT INTO processing.dead_letter (dead_letter_id, processing_group, sequence_identifier, sequence_index,
                               message_type, event_identifier, timestamp, payload_type, payload, enqueued_at, cause_type)
                        VALUES ('letter', 'views-live', ?, 0, 'event', 'earlier', '2026-01-01T00:00:00Z', 'tests.event', '',
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
