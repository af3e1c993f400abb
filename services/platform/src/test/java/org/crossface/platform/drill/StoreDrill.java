package org.crossface.platform.drill;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.crossface.platform.drill.UnitHistory.Outcome;
import org.crossface.platform.eventstore.PostgresEventStorageEngine;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The engine under random delays, rollbacks, killed backends and crashes of PostgreSQL: every reader sees every committed event once and in
 * order, every unit of work is stored as its appender was told. Run it with {@code make drill-store}; {@code ARGS} may hold
 * {@code -Dcrossface.drill.events=N} (for each way of appending), {@code -Dcrossface.drill.appenders=N} and
 * {@code -Dcrossface.drill.seed=N}.
 */
@Tag("drill")
class StoreDrill {

    private static final long EVENTS = Long.getLong("crossface.drill.events", 1_000_000);
    private static final int APPENDERS = Integer.getInteger("crossface.drill.appenders", 24);
    private static final long SEED = Long.getLong("crossface.drill.seed", System.nanoTime());
    private static final Duration BACK_WITHIN = Duration.ofSeconds(30);
    private static final int CONTROL_EVENTS = 30_000;

    @TempDir
    private static Path programs;

    @TempDir
    private Path home;

    @BeforeAll
    static void unpackProgramsOnce() {
        System.setProperty("crossface.postgres.programs", programs.toString());
        QuietLogs.begin();
        System.out.println("seed " + SEED);
    }

    @ParameterizedTest
    @EnumSource
    void everyReaderSeesEveryCommittedEventOnceAndInOrder(StoreMode mode) throws Exception {
        TortureSettings settings = new TortureSettings(mode, EVENTS, APPENDERS, 300, 25, 2, true, true, SEED);
        try (DurablePostgres postgres = DurablePostgres.start(home)) {
            TortureReport report = Torture.run(settings, postgres, false, 1);
            report.print("Torture, " + mode);
            assertThat(report.events()).isGreaterThanOrEqualTo(EVENTS);
            assertThat(report.holes()).as("rollbacks leave holes").isPositive();
            assertThat(report.readings())
                    .allSatisfy(reading -> assertThat(reading.difference().none())
                            .as(reading.reader())
                            .isTrue());
            assertThat(report.contradictions()).isEmpty();
            assertThat(report.brokenInvariants()).isEmpty();
            assertThat(report.grouped().isPresent()).isEqualTo(mode == StoreMode.GROUP);
            report.grouped().ifPresent(figures -> {
                assertThat(figures.units()).as("share transactions").isGreaterThan(figures.transactions());
                assertThat(figures.alone()).as("by themselves after a failure").isPositive();
            });
            assertThat(report.units().get(Outcome.REFUSED))
                    .as("races lost and rollbacks")
                    .isPositive();
            assertThat(report.kills()).isPositive();
            assertThat(report.outages())
                    .hasSize(2)
                    .allSatisfy(outage -> assertThat(outage).isLessThan(BACK_WITHIN));
        }
    }

    /** The same appenders make readers that break a rule lose events; else the drill above would prove nothing. */
    @Test
    void readersWithoutTheHorizonOrWithAnOldSnapshotLoseEvents() throws Exception {
        try (DurablePostgres postgres = DurablePostgres.start(home)) {
            TortureReport report = Torture.run(control(), postgres, true, 1);
            report.print("Control, readers that break a rule");
            assertThat(report.of("without horizon").difference().missing()).isPositive();
            assertThat(report.of("horizon in the same statement").difference().missing())
                    .isPositive();
            assertThat(report.readings())
                    .filteredOn(TortureReport.Reading::mustSeeAll)
                    .allSatisfy(reading -> assertThat(reading.difference().none())
                            .as(reading.reader())
                            .isTrue());
        }
    }

    @Test
    void aSequenceWithACacheLosesEvents() throws Exception {
        try (DurablePostgres postgres = DurablePostgres.start(home)) {
            TortureReport report = Torture.run(control(), postgres, false, 20);
            report.print("Control, CACHE 20");
            assertThat(report.readings())
                    .filteredOn(reading -> reading.difference().missing() > 0)
                    .isNotEmpty();
            assertThat(report.brokenInvariants()).anyMatch(rule -> rule.contains("no cache"));
        }
    }

    /** G2 rests on synchronous commits: without, a crash takes acknowledged events with it, and the history shows it. */
    @ParameterizedTest
    @EnumSource
    void acknowledgedEventsAreLostWithoutSynchronousCommit(StoreMode mode) throws Exception {
        TortureSettings settings = new TortureSettings(mode, CONTROL_EVENTS, APPENDERS, 10, 10, 2, false, false, SEED);
        try (DurablePostgres postgres = DurablePostgres.start(home)) {
            TortureReport report = Torture.run(settings, postgres, false, 1);
            report.print("Control, synchronous_commit = off, " + mode);
            assertThat(report.contradictions()).anyMatch(each -> each.contains("ACKNOWLEDGED"));
        }
    }

    private static TortureSettings control() {
        return new TortureSettings(StoreMode.DIRECT, CONTROL_EVENTS, APPENDERS, 10, 10, 0, true, false, SEED);
    }

    /** A position that was rolled back is handed out again after a crash, and a reader that has kept its horizon still loses nothing. */
    @Test
    void aHorizonSurvivesACrash() throws Exception {
        try (DurablePostgres postgres = DurablePostgres.start(home)) {
            postgres.superuser()
                    .sql("ALTER SYSTEM SET wal_writer_delay = '10s'")
                    .update();
            postgres.superuser()
                    .sql("SELECT pg_reload_conf()")
                    .query(Boolean.class)
                    .single();
            HikariDataSource pool = postgres.pool("drill-appender", 4, "");
            PostgresEventStorageEngine engine = DrillEvents.engine(pool).build();
            TransactionTemplate transaction = new TransactionTemplate(new JdbcTransactionManager(pool));
            engine.appendEvents(DrillEvents.of("before", 0, "before", 0, 1));
            postgres.superuser().sql("CHECKPOINT").update();
            transaction.executeWithoutResult(status -> {
                engine.appendEvents(DrillEvents.of("gone", 0, "gone", 0, 3));
                status.setRollbackOnly();
            });
            long horizon = engine.horizon();
            long handedOut = lastHandedOut(postgres);
            postgres.crash();
            pool.getHikariPoolMXBean().softEvictConnections();
            System.out.printf(
                    "%nHorizon %d over a crash: %d was the last position handed out before, %d after%n",
                    horizon, handedOut, lastHandedOut(postgres));
            assertThat(lastHandedOut(postgres)).isLessThan(handedOut).isGreaterThanOrEqualTo(horizon);
            transaction.executeWithoutResult(status -> {
                engine.appendEvents(DrillEvents.of("slow", 0, "slow", 0, 1));
                CompletableFuture.runAsync(() -> engine.appendEvents(DrillEvents.of("quick", 0, "quick", 0, 1)))
                        .join();
                assertThat(CompletableFuture.supplyAsync(() -> streamsAfter(engine, horizon))
                                .join())
                        .isEmpty();
            });
            assertThat(streamsAfter(engine, horizon)).containsExactly("slow", "quick");
        }
    }

    private static long lastHandedOut(DurablePostgres postgres) {
        return postgres.superuser()
                .sql("SELECT pg_sequence_last_value('eventstore.position_seq'::regclass)")
                .query(Long.class)
                .single();
    }

    private static List<String> streamsAfter(PostgresEventStorageEngine engine, long position) {
        return engine.readEvents(new GlobalSequenceTrackingToken(position), false)
                .map(event -> ((DomainEventMessage<?>) event).getAggregateIdentifier())
                .toList();
    }
}
