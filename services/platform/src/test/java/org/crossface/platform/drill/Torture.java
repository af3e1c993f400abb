package org.crossface.platform.drill;

import com.zaxxer.hikari.HikariDataSource;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.crossface.platform.eventstore.GroupAppender;
import org.crossface.platform.eventstore.PostgresEventStorageEngine;
import org.crossface.platform.eventstore.StoreCheck;
import org.springframework.jdbc.core.JdbcTemplate;

/** Appenders, readers and whoever kills them, on one PostgreSQL, until enough events are committed; then the reckoning. */
final class Torture {

    private static final Duration PATIENCE = Duration.ofMinutes(10);
    private static final Duration BETWEEN_LINES = Duration.ofSeconds(5);
    private static final int APPENDER_POOL = 32;
    private static final int READER_POOL = 12;
    private static final List<String> VICTIMS = List.of("drill-appender", "drill-writer", "drill-reader");

    /** Sleeps now and then between lock and position and between position and commit, in sessions that ask for it. */
    private static final String PAUSES = """
            CREATE SCHEMA IF NOT EXISTS drill;
            GRANT USAGE ON SCHEMA drill TO crossface_server;
            CREATE OR REPLACE FUNCTION drill.pause() RETURNS trigger LANGUAGE plpgsql VOLATILE AS $$
            DECLARE most double precision := nullif(current_setting('drill.pause', true), '')::double precision;
            BEGIN
              IF most > 0 AND random() < 0.5 THEN PERFORM pg_sleep(random() * most / 1000); END IF;
              IF TG_LEVEL = 'ROW' THEN RETURN NEW; END IF;
              RETURN NULL;
            END $$;
            CREATE TRIGGER pause_after_lock BEFORE INSERT ON eventstore.event
              FOR EACH STATEMENT EXECUTE FUNCTION drill.pause();
            CREATE TRIGGER pause_after_position BEFORE INSERT ON eventstore.event
              FOR EACH ROW WHEN (random() < 0.003) EXECUTE FUNCTION drill.pause();
            CREATE TRIGGER pause_before_commit AFTER INSERT ON eventstore.event
              FOR EACH STATEMENT EXECUTE FUNCTION drill.pause();""";

    private final TortureSettings settings;
    private final DurablePostgres postgres;
    private final UnitHistory history = new UnitHistory();
    private final AtomicBoolean writing = new AtomicBoolean(true);
    private final AtomicInteger kills = new AtomicInteger();
    private final List<Duration> outages = new ArrayList<>();
    private final List<TortureReader> readers = new ArrayList<>();
    private final List<HikariDataSource> appending = new ArrayList<>();
    private final HikariDataSource appenderPool;
    private final HikariDataSource readerPool;
    private final PostgresEventStorageEngine engine;
    private final long began = System.nanoTime();

    private Torture(TortureSettings settings, DurablePostgres postgres) {
        this.settings = settings;
        this.postgres = postgres;
        postgres.superuserTemplate().execute(PAUSES);
        String pauses = "SET drill.pause = '" + settings.pauseMillis() + "'";
        this.appenderPool = postgres.pool("drill-appender", APPENDER_POOL, pauses);
        this.readerPool = postgres.pool("drill-reader", READER_POOL, "");
        this.engine = settings.mode()
                .on(DrillEvents.engine(appenderPool), () -> {
                    HikariDataSource writers = postgres.writers("drill-writer", pauses, settings.durable());
                    appending.add(writers);
                    return writers;
                })
                .build();
        appending.add(appenderPool);
    }

    /**
     * Runs until the settings are met, with the readers that must see all and, when asked for, with the controls that must not.
     *
     * @param cache of the sequence of positions, set when the engine has checked that it is 1; any other than 1 is a control
     */
    static TortureReport run(TortureSettings settings, DurablePostgres postgres, boolean controls, int cache)
            throws InterruptedException {
        Torture torture = new Torture(settings, postgres);
        torture.addReaders(controls);
        if (!settings.durable()) {
            // The engine has checked its sessions already; those that come now are not as it found them.
            postgres.superuser()
                    .sql("ALTER ROLE crossface_server SET synchronous_commit = off")
                    .update();
            torture.appending.forEach(pool -> pool.getHikariPoolMXBean().softEvictConnections());
        }
        if (cache > 1) {
            postgres.superuser()
                    .sql("ALTER SEQUENCE eventstore.position_seq CACHE " + cache)
                    .update();
        }
        return torture.run();
    }

    private void addReaders(boolean controls) {
        readers.add(TortureReader.plain(readingEngine(500), writing::get));
        readers.add(TortureReader.lagging(readingEngine(1000), writing::get));
        readers.add(TortureReader.inTransaction(readingEngine(100), readerPool, writing::get));
        readers.add(TortureReader.twoStatements(readerPool, writing::get));
        if (controls) {
            readers.add(TortureReader.withoutHorizon(readerPool, writing::get));
            readers.add(TortureReader.oneStatement(readerPool, writing::get));
        }
    }

    private PostgresEventStorageEngine readingEngine(int batchSize) {
        return DrillEvents.engine(readerPool).batchSize(batchSize).build();
    }

    private TortureReport run() throws InterruptedException {
        try (ExecutorService threads = Executors.newCachedThreadPool()) {
            try {
                List<Future<?>> reading = new ArrayList<>();
                readers.forEach(reader -> reading.add(threads.submit(reader)));
                List<Future<?>> appending = new ArrayList<>();
                for (int number = 0; number < settings.appenders(); number++) {
                    appending.add(threads.submit(
                            new Appender(number, settings, engine, appenderPool, history, this::wantsMore)));
                }
                disturb();
                await(appending);
                writing.set(false);
                await(reading);
            } finally {
                writing.set(false);
                threads.shutdownNow();
            }
        }
        return report();
    }

    private boolean wantsMore() {
        return writing.get() && history.acknowledgedEvents() < settings.events();
    }

    private static void await(List<Future<?>> tasks) throws InterruptedException {
        for (Future<?> task : tasks) {
            try {
                task.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
            } catch (ExecutionException | TimeoutException e) {
                throw new IllegalStateException("An appender or reader did not come to its end", e);
            }
        }
    }

    /** Kills and crashes at random times, spread over the run, and says how far it is. */
    private void disturb() throws InterruptedException {
        Random random = new Random(settings.seed());
        long line = System.nanoTime();
        long deadline = line + PATIENCE.toNanos();
        while (wantsMore()) {
            if (System.nanoTime() > deadline) {
                throw new IllegalStateException("Not enough events were committed within " + PATIENCE);
            }
            TimeUnit.MILLISECONDS.sleep(100 + random.nextInt(300));
            if (settings.kills()) {
                kills.addAndGet(postgres.terminateOneOf(VICTIMS.get(random.nextInt(VICTIMS.size()))));
            }
            long due = settings.events() * (outages.size() + 1) / (settings.crashes() + 1);
            if (outages.size() < settings.crashes() && history.acknowledgedEvents() >= due) {
                outages.add(postgres.crash());
            }
            if (System.nanoTime() - line > BETWEEN_LINES.toNanos()) {
                line = System.nanoTime();
                System.out.println(progress());
            }
        }
    }

    private String progress() {
        return "  %4d s  %,12d events acknowledged, slowest reader at %,d; %d backends killed, %d crashes"
                .formatted(
                        Duration.ofNanos(System.nanoTime() - began).toSeconds(),
                        history.acknowledgedEvents(),
                        readers.stream()
                                .mapToInt(reader -> reader.seen().size())
                                .min()
                                .orElse(0),
                        kills.get(),
                        outages.size());
    }

    private TortureReport report() {
        JdbcTemplate jdbc = postgres.superuserTemplate();
        List<Long> stored = new ArrayList<>();
        jdbc.query("SELECT position FROM eventstore.event ORDER BY position", row -> {
            stored.add(row.getLong(1));
        });
        Map<String, Integer> units = new HashMap<>();
        jdbc.query("SELECT split_part(event_id, '/', 1), count(*) FROM eventstore.event GROUP BY 1", row -> {
            units.put(row.getString(1), row.getInt(2));
        });
        List<TortureReport.Reading> readings = readers.stream()
                .map(reader -> new TortureReport.Reading(
                        reader.name(),
                        reader.mustSeeAll(),
                        reader.seen().size(),
                        reader.broken(),
                        reader.seen().against(stored)))
                .toList();
        return new TortureReport(
                settings,
                Duration.ofNanos(System.nanoTime() - began),
                stored.size(),
                stored.isEmpty() ? 0 : stored.getLast() - stored.size(),
                history.counts(),
                history.failures(),
                engine.groupAppender().map(GroupAppender::figures),
                kills.get(),
                List.copyOf(outages),
                readings,
                history.contradictions(units),
                new StoreCheck(postgres.superuser()).broken());
    }
}
