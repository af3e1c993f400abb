package org.crossface.platform.time;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The clock of the domain: the system's, shifted by an offset that all nodes share. Only a demonstration has an offset; its clock starts in
 * the past and is moved forward, never back. Every node sees a move within a second. The clock stands still while no server runs, so that
 * users find the same day when they start it again.
 */
public final class DomainClock extends Clock {

    private static final Duration REFRESH = Duration.ofSeconds(1);

    /** Interval between two signs of life of a running node. */
    private static final Duration SIGN_OF_LIFE = Duration.ofSeconds(20);

    /** Longer silence means that no node ran. It is longer than a sign of life may be late, so that the clock never goes back. */
    private static final Duration SILENCE = Duration.ofSeconds(60);

    private final Clock system;
    private final LongSupplier nanoTime;
    private final @Nullable JdbcClient jdbc;
    private volatile Offset offset;
    private volatile long wordLeftAtNanos;

    private record Offset(Duration shift, long readAtNanos) {}

    private DomainClock(Clock system, LongSupplier nanoTime, @Nullable JdbcClient jdbc) {
        this.system = system;
        this.nanoTime = nanoTime;
        this.jdbc = jdbc;
        this.offset = new Offset(Duration.ZERO, nanoTime.getAsLong());
        this.wordLeftAtNanos = nanoTime.getAsLong();
    }

    /** The clock of a real installation: the system's time. */
    public static DomainClock real(Clock system) {
        return new DomainClock(system, System::nanoTime, null);
    }

    /**
     * The movable clock of a demonstration.
     *
     * @param jdbc runs outside the caller's transactions
     * @param firstStart how far in the past the clock starts when the database is new
     */
    public static DomainClock demo(Clock system, JdbcClient jdbc, Duration firstStart) {
        return demo(system, System::nanoTime, jdbc, firstStart);
    }

    static DomainClock demo(Clock system, LongSupplier nanoTime, JdbcClient jdbc, Duration firstStart) {
        jdbc.sql("INSERT INTO domain_time.clock (only_row, offset_ms) VALUES (true, ?) ON CONFLICT DO NOTHING")
                .param(firstStart.negated().toMillis())
                .update();
        long now = system.instant().toEpochMilli();
        jdbc.sql("UPDATE domain_time.clock SET seen_ms = :now,"
                        + " offset_ms = offset_ms - greatest(0, :now - coalesce(seen_ms, :now) - :silence)")
                .param("now", now)
                .param("silence", SILENCE.toMillis())
                .update();
        DomainClock clock = new DomainClock(system, nanoTime, jdbc);
        clock.read(jdbc);
        return clock;
    }

    /** Whether this is the movable clock of a demonstration. */
    public boolean movable() {
        return jdbc != null;
    }

    /**
     * Moves the clock of all nodes forward to an instant; does nothing if the clock is already at or past it.
     *
     * @return the domain time after the move
     * @throws IllegalStateException if this is not the clock of a demonstration
     */
    public Instant moveTo(Instant instant) {
        if (jdbc == null) {
            throw new IllegalStateException("The clock can be moved only in a demonstration");
        }
        jdbc.sql("UPDATE domain_time.clock SET offset_ms = greatest(offset_ms, ?)")
                .param(Duration.between(system.instant(), instant).toMillis())
                .update();
        read(jdbc);
        return instant();
    }

    @Override
    public Instant instant() {
        if (jdbc != null && nanoTime.getAsLong() - offset.readAtNanos() >= REFRESH.toNanos()) {
            leaveWord(jdbc);
            read(jdbc);
        }
        return system.instant().plus(offset.shift());
    }

    private void read(JdbcClient source) {
        long at = nanoTime.getAsLong();
        long millis = source.sql("SELECT offset_ms FROM domain_time.clock")
                .query(Long.class)
                .single();
        offset = new Offset(Duration.ofMillis(millis), at);
    }

    private void leaveWord(JdbcClient target) {
        long at = nanoTime.getAsLong();
        if (at - wordLeftAtNanos >= SIGN_OF_LIFE.toNanos()) {
            wordLeftAtNanos = at;
            target.sql("UPDATE domain_time.clock SET seen_ms = greatest(seen_ms, ?)")
                    .param(system.instant().toEpochMilli())
                    .update();
        }
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return new Zoned(this, zone);
    }

    /** The same clock, seen from another zone. */
    private static final class Zoned extends Clock {

        private final DomainClock clock;
        private final ZoneId zone;

        private Zoned(DomainClock clock, ZoneId zone) {
            this.clock = clock;
            this.zone = zone;
        }

        @Override
        public Instant instant() {
            return clock.instant();
        }

        @Override
        public ZoneId getZone() {
            return zone;
        }

        @Override
        public Clock withZone(ZoneId other) {
            return new Zoned(clock, other);
        }
    }
}
