package org.crossface.platform.readiness;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;

/**
 * Opens a connection to PostgreSQL and queries it twice a second, in a thread of its own and outside all pools. Readiness is the latest
 * result with its age, available at once even if PostgreSQL hangs.
 */
public final class DatabaseWatch implements HealthIndicator, AutoCloseable {

    /** A later answer counts as none. */
    public static final Duration LIMIT = Duration.ofSeconds(2);

    private static final Duration EVERY = Duration.ofMillis(500);

    /** Without a good answer for so long PostgreSQL counts as not answering, even while a query is still running. */
    private static final Duration OLDEST = LIMIT;

    private static final Logger log = LoggerFactory.getLogger(DatabaseWatch.class);

    /** Opens a connection, within {@link #LIMIT}. */
    @FunctionalInterface
    public interface Opening {

        /** A new connection. */
        Connection open() throws SQLException;
    }

    /**
     * The latest result.
     *
     * @param goodAt when it answered last, in nanoseconds
     * @param fault why it did not answer the last time; null when it did
     */
    private record Finding(long goodAt, @Nullable String fault) {}

    private final Opening database;
    private final LongSupplier nanos;
    private final Thread thread;
    private volatile boolean running = true;
    private volatile Finding latest;

    private DatabaseWatch(Opening database, LongSupplier nanos) {
        this.database = database;
        this.nanos = nanos;
        this.latest = new Finding(nanos.getAsLong(), null);
        this.thread = Thread.ofPlatform().daemon().name("database-watch").unstarted(this::run);
    }

    /** Begins to query; PostgreSQL counts as answering until the first query is answered or late. */
    public static DatabaseWatch start(Opening database) {
        DatabaseWatch watch = new DatabaseWatch(database, System::nanoTime);
        watch.thread.start();
        return watch;
    }

    private void run() {
        while (running) {
            ask();
            LockSupport.parkNanos(this, EVERY.toNanos());
        }
    }

    private void ask() {
        Finding before = latest;
        try (Connection connection = database.open()) {
            if (connection.isValid((int) LIMIT.toSeconds())) {
                latest = new Finding(nanos.getAsLong(), null);
                if (before.fault() != null) {
                    log.info("PostgreSQL answers again");
                }
            } else {
                failed(before, "it accepts a connection and does not answer");
            }
        } catch (SQLException | RuntimeException e) {
            failed(before, String.valueOf(e.getMessage()));
        }
    }

    private void failed(Finding before, String fault) {
        if (before.fault() == null && running) {
            log.warn("PostgreSQL does not answer, so this node is not ready for requests: {}", fault);
        }
        latest = new Finding(before.goodAt(), fault);
    }

    /** Whether it answered the latest query, and that not long ago. */
    public boolean isAnswering() {
        Finding now = latest;
        return now.fault() == null && age(now).compareTo(OLDEST.plus(EVERY)) <= 0;
    }

    private Duration age(Finding finding) {
        return Duration.ofNanos(nanos.getAsLong() - finding.goodAt());
    }

    @Override
    public Health health() {
        Finding now = latest;
        Health.Builder health = (isAnswering() ? Health.up() : Health.down())
                .withDetail("secondsSinceAnswer", age(now).toMillis() / 1000.0);
        String fault = now.fault();
        return fault == null
                ? health.build()
                : health.withDetail("fault", fault).build();
    }

    @Override
    public void close() {
        running = false;
        LockSupport.unpark(thread);
    }
}
