package org.crossface.platform.eventstore;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Duration;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** How far readers are held back by transactions that have appended and are still open. */
public final class HorizonProbe implements MeterBinder {

    private static final long KEPT_NANOS = Duration.ofSeconds(1).toNanos();

    /**
     * From the locks alone: positions that were rolled back hold no reader back, though the horizon is below them until the next commit.
     */
    private static final String LOOK = """
            WITH handed_out AS (SELECT pg_sequence_last_value('eventstore.position_seq'::regclass) AS last),
                 holder AS (SELECT ((l.classid::bigint & 65535) << 32) | l.objid::bigint AS lock, a.xact_start
                              FROM pg_locks l JOIN pg_stat_activity a USING (pid)
                             WHERE l.locktype = 'advisory' AND l.objsubid = 1 AND (l.classid::bigint >> 16) = 17229
                               AND l.database = a.datid AND a.datname = current_database())
            SELECT greatest(0, max(last) - min(lock)) AS held_back,
                   coalesce(extract(epoch FROM max(clock_timestamp() - xact_start)), 0) AS oldest_seconds
              FROM handed_out LEFT JOIN holder ON true""";

    private final JdbcClient jdbc;
    private @Nullable Reading last;
    private long lastAt;

    /** @param jdbc in the server's role, outside any transaction of the caller */
    public HorizonProbe(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * One measurement.
     *
     * @param heldBack positions that were handed out and may not be read yet
     * @param oldestAppendSeconds since the oldest transaction began that holds them back; 0 when there is none
     */
    public record Reading(long heldBack, double oldestAppendSeconds) {}

    /** A measurement that is at most a second old. */
    public synchronized Reading read() {
        Reading known = last;
        if (known != null && System.nanoTime() - lastAt < KEPT_NANOS) {
            return known;
        }
        Reading fresh = jdbc.sql(LOOK)
                .query((rs, n) -> new Reading(rs.getLong("held_back"), rs.getDouble("oldest_seconds")))
                .single();
        last = fresh;
        lastAt = System.nanoTime();
        return fresh;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        gauge(
                registry,
                "crossface.eventstore.held.back",
                "positions handed out that may not be read yet",
                reading -> reading.heldBack());
        gauge(
                registry,
                "crossface.eventstore.oldest.append.seconds",
                "age of the oldest open transaction that has appended",
                Reading::oldestAppendSeconds);
    }

    private void gauge(MeterRegistry registry, String name, String description, ToDoubleFunction<Reading> value) {
        Gauge.builder(name, this, probe -> value.applyAsDouble(probe.read()))
                .description(description)
                .register(registry);
    }
}
