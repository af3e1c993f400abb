package org.crossface.coordination.rebuild;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.crossface.coordination.Bundles;
import org.crossface.coordination.testing.TestViews;
import org.crossface.coordination.views.Bundle;
import org.crossface.pathway.Samples;
import org.crossface.pathway.patient.DeathRecorded;
import org.crossface.platform.processing.BlockedSequence;
import org.crossface.platform.processing.DeadLetters;
import org.crossface.platform.processing.Parking;
import org.crossface.platform.processing.Parking.Later;
import org.crossface.platform.testing.TestEventStore;
import org.crossface.platform.testing.TestPostgres;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** What begins, ends and takes the place of the serving views in the database, without a node that fills it. */
class ViewBuildsTest {

    private static final Bundle LIVE = Bundles.LIVE;

    private final TestPostgres postgres = TestPostgres.with(TestViews.schemas());
    private final JdbcClient jdbc = postgres.serverJdbc();
    private final BuildTables tables = new BuildTables(jdbc, postgres.endpoint());
    private final BuildProgress progress = new BuildProgress(jdbc);
    private final ViewSwitch viewSwitch = new ViewSwitch(postgres.endpoint(), FailPoint.none());
    private final ViewBuilds builds = new ViewBuilds(postgres.server(), postgres.endpoint());
    private final DeadLetters letters =
            new DeadLetters(jdbc, new TransactionTemplate(new JdbcTransactionManager(postgres.server())));

    @AfterEach
    void stop() {
        postgres.close();
    }

    private boolean nextExists() {
        return jdbc.sql("SELECT count(*) > 0 FROM pg_namespace WHERE nspname = 'view_board_next'")
                .query(Boolean.class)
                .single();
    }

    /** Rows of every kind that a build has anywhere but in its own schema. */
    private long rowsOf(ViewBuild build) {
        return jdbc.sql("""
                        SELECT (SELECT count(*) FROM processing.token_entry WHERE processor_name = :processor)
                             + (SELECT count(*) FROM processing.dead_letter WHERE processing_group = :processor)
                             + (SELECT count(*) FROM processing.parked_letter WHERE processing_group = :processor)
                             + (SELECT count(*) FROM processing.retry_wanted WHERE processing_group = :processor)
                             + (SELECT count(*) FROM views.worker WHERE build = :build)""")
                .param("processor", build.processor())
                .param("build", build.number())
                .query(Long.class)
                .single();
    }

    private void letter(String id, String processor, String sequence, int index) {
        jdbc.sql("""
                        INSERT INTO processing.dead_letter (dead_letter_id, processing_group, sequence_identifier, sequence_index,
                               message_type, event_identifier, timestamp, payload_type, payload, enqueued_at, cause_type)
                        VALUES (?, ?, ?, ?, 'event', ?, '2026-01-01T00:00:00Z', 'tests.event', '', '2026-01-01T00:00:00Z', 'Failure')""").params(id, processor, sequence, index, "event-of-" + id).update();
    }

    /** Letters of all kinds: one that waits parked, one that was left out for good, one that is to be tried again. */
    private void decideAboutLettersOf(ViewBuild build) {
        letter("waits", build.processor(), "ada", 1);
        letter("left-out", build.processor(), "bea", 1);
        letter("behind", build.processor(), "bea", 2);
        letter("wanted", build.processor(), "cid", 1);
        letters.park("waits", Later.WAIT, "wait for release 2", "tester");
        letters.park("left-out", Later.GO_ON, "entered twice", "tester");
        letters.retry("wanted", "tester");
    }

    @Test
    void aBuildThatWasCancelledBeforeItsTablesWereMadeGetsNone() {
        ViewBuild build = builds.start(LIVE, "tester");
        assertThat(builds.cancel(build.number(), "tester")).isTrue();

        tables.prepare(build, 4);

        assertThat(nextExists()).isFalse();
    }

    @Test
    void aNodeThatLagsBehindDoesNotTouchTheTablesOfTheNextBuild() {
        ViewBuild build = builds.start(LIVE, "tester");
        builds.cancel(build.number(), "tester");
        ViewBuild next = builds.start(LIVE, "tester");
        tables.prepare(next, 4);
        postgres.ownerJdbc()
                .sql("COMMENT ON TABLE view_board_next.board IS 'of the next build'")
                .update();

        tables.prepare(build, 4);

        assertThat(jdbc.sql("SELECT obj_description('view_board_next.board'::regclass)")
                        .query(String.class)
                        .single())
                .isEqualTo("of the next build");
    }

    @Test
    void ofACancelledBuildNothingIsLeftAlsoNotFromANodeThatLagsBehind() {
        ViewBuild build = builds.start(LIVE, "tester");
        tables.prepare(build, 4);
        progress.takePart(build, "node-1");
        jdbc.sql("INSERT INTO processing.token_entry (processor_name, segment) VALUES (?, 0)")
                .param(build.processor())
                .update();
        decideAboutLettersOf(build);
        assertThat(rowsOf(build)).as("something to remove").isEqualTo(8);

        assertThat(builds.cancel(build.number(), "tester")).isTrue();
        progress.takePart(build, "node-2");

        assertThat(nextExists()).isFalse();
        assertThat(rowsOf(build)).isZero();
    }

    private void place(String processor, int segment, long position) {
        jdbc.sql("INSERT INTO processing.token_entry (processor_name, segment, token) VALUES (?, ?, ?)"
                        + " ON CONFLICT (processor_name, segment) DO UPDATE SET token = EXCLUDED.token")
                .params(processor, segment, ("{\"globalIndex\":" + position + "}").getBytes(StandardCharsets.UTF_8))
                .update();
    }

    @Test
    void aBuildThatDoesNotKnowTheLatestLetterYetDoesNotTakeOver() {
        jdbc.sql("INSERT INTO views.progress (bundle, position) VALUES (?, 100)")
                .param(LIVE.name())
                .update();
        // The last event only waits behind an earlier one.
        letter("behind", LIVE.processor(), "ada", 2);
        place(LIVE.processor(), 0, 101);
        ViewBuild build = builds.start(LIVE, "tester");
        tables.prepare(build, 2);
        place(build.processor(), 0, 101);
        place(build.processor(), 1, 100);

        assertThat(viewSwitch.switchTo(build, LIVE)).isFalse();
        assertThat(letters.find("behind")).isPresent();

        place(build.processor(), 1, 101);
        assertThat(viewSwitch.switchTo(build, LIVE)).isTrue();
        assertThat(letters.find("behind")).isEmpty();
    }

    @Test
    void aBuildIsDividedAsTheNodeThatBeganItHasDecided() {
        ViewBuild build = builds.start(LIVE, "tester");
        assertThat(tables.prepare(build, 8)).isEqualTo(8);
        assertThat(tables.prepare(build, 2)).isEqualTo(8);
    }

    @Test
    void whatWasDecidedAboutTheLettersOfABuildHoldsWhenItServes() {
        letter("obsolete", LIVE.processor(), "ada", 1);
        letters.park("obsolete", Later.WAIT, "obsolete", "tester");
        letter("obsolete-too", LIVE.processor(), "cid", 1);
        letters.retry("obsolete-too", "tester");
        letter("of-another", "billing", "ada", 1);
        ViewBuild build = builds.start(LIVE, "tester");
        tables.prepare(build, 4);
        progress.takePart(build, "node-1");
        decideAboutLettersOf(build);

        assertThat(viewSwitch.switchTo(build, LIVE)).isTrue();

        assertThat(rowsOf(build)).isZero();
        List<BlockedSequence> blocked = letters.blocked().stream()
                .filter(each -> each.head().processor().equals(LIVE.processor()))
                .toList();
        assertThat(blocked).extracting(each -> each.head().id()).containsExactlyInAnyOrder("waits", "behind", "wanted");
        assertThat(blocked)
                .filteredOn(each -> each.parking() != null)
                .singleElement()
                .satisfies(each -> assertThat(each.head().id()).isEqualTo("waits"));
        assertThat(blocked)
                .filteredOn(BlockedSequence::retryWanted)
                .singleElement()
                .satisfies(each -> assertThat(each.head().id()).isEqualTo("wanted"));
        assertThat(letters.parked(Later.GO_ON))
                .singleElement()
                .satisfies(each -> assertThat(each.processor()).isEqualTo(LIVE.processor()));
        assertThat(letters.parked(Later.WAIT)).extracting(Parking::reason).containsExactly("wait for release 2");
        assertThat(letters.find("of-another")).isPresent();
    }

    private String eventOf(String patient) {
        return jdbc.sql("SELECT event_id FROM eventstore.event WHERE aggregate_id = ?")
                .param(patient)
                .query(String.class)
                .single();
    }

    /** Their letters are of real events, since which of two begins earlier is told by their positions. */
    @Test
    void theLettersOfTheViewsThatStayOutliveABuildOfTheOthers() {
        try (TestEventStore store = TestEventStore.on(postgres)) {
            List.of("first", "second")
                    .forEach(id -> store.append("Patient", id, id, Samples.of(DeathRecorded.class, Map.of())));
        }
        letter("stays", LIVE.processor(), "ada", 1);
        letter("stays-too", LIVE.processor(), "bea", 1);
        letter("begins-later", LIVE.processor(), "cid", 1);
        ViewBuild build = builds.start(LIVE, List.of(LIVE.view("board").orElseThrow()), "tester");
        tables.prepare(build, 2);
        letter("is-added", build.processor(), "dan", 1);
        letter("begins-later-too", build.processor(), "bea", 1);
        letter("begins-earlier", build.processor(), "cid", 1);
        isOf("stays-too", eventOf("first"));
        isOf("begins-later-too", eventOf("second"));
        isOf("begins-later", eventOf("second"));
        isOf("begins-earlier", eventOf("first"));

        assertThat(viewSwitch.switchTo(build, LIVE)).isTrue();

        assertThat(letters.blocked())
                .allSatisfy(each -> assertThat(each.head().processor()).isEqualTo(LIVE.processor()))
                .extracting(each -> each.head().id())
                .containsExactlyInAnyOrder("stays", "stays-too", "is-added", "begins-earlier");
        assertThat(rowsOf(build)).isZero();
    }

    private void isOf(String letter, String event) {
        jdbc.sql("UPDATE processing.dead_letter SET event_identifier = ? WHERE dead_letter_id = ?")
                .params(event, letter)
                .update();
    }
}
