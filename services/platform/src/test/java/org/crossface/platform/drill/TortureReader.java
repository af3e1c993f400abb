package org.crossface.platform.drill;

import java.util.Iterator;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.crossface.platform.eventstore.PostgresEventStorageEngine;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Follows the store to its end, in one of several ways, and goes on where it was whenever its connection breaks. */
final class TortureReader implements Runnable {

    private static final int MOST_AT_ONCE = 700;
    private static final int READS_IN_TRANSACTION = 5;

    /** One read, from behind a position; the positions found go to the log in the order in which they came. */
    interface Read {
        void behind(long position, int limit, Positions log);
    }

    private final String name;
    private final boolean mustSeeAll;
    private final Read read;
    private final int pauseMillis;
    private final BooleanSupplier writing;
    private final Positions seen = new Positions();
    private final Random random = new Random();
    private final AtomicInteger broken = new AtomicInteger();

    private TortureReader(String name, boolean mustSeeAll, int pauseMillis, BooleanSupplier writing, Read read) {
        this.name = name;
        this.mustSeeAll = mustSeeAll;
        this.pauseMillis = pauseMillis;
        this.writing = writing;
        this.read = read;
    }

    /** Through the engine. */
    static TortureReader plain(PostgresEventStorageEngine engine, BooleanSupplier writing) {
        return new TortureReader(
                "engine", true, 0, writing, (after, limit, log) -> readOnce(engine, after, limit, log));
    }

    /** Through the engine, always behind, so nearly always under a horizon that was found some time ago. */
    static TortureReader lagging(PostgresEventStorageEngine engine, BooleanSupplier writing) {
        return new TortureReader(
                "engine, cached horizon",
                true,
                400,
                writing,
                (after, limit, log) -> readOnce(engine, after, limit, log));
    }

    /** Through the engine, several reads and pauses in one READ COMMITTED transaction. */
    static TortureReader inTransaction(
            PostgresEventStorageEngine engine, DataSource dataSource, BooleanSupplier writing) {
        TransactionTemplate transaction = new TransactionTemplate(new JdbcTransactionManager(dataSource));
        return new TortureReader(
                "engine, in a long transaction",
                true,
                0,
                writing,
                (after, limit, log) -> transaction.executeWithoutResult(status -> {
                    for (int i = 0; i < READS_IN_TRANSACTION; i++) {
                        readOnce(engine, log.last(), limit, log);
                        LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(10));
                    }
                }));
    }

    private static void readOnce(PostgresEventStorageEngine engine, long after, int limit, Positions log) {
        try (Stream<? extends TrackedEventMessage<?>> events =
                engine.readEvents(new GlobalSequenceTrackingToken(after), false)) {
            Iterator<? extends TrackedEventMessage<?>> each = events.iterator();
            for (int i = 0; i < limit && each.hasNext(); i++) {
                log.add(each.next().trackingToken().position().orElseThrow());
            }
        }
    }

    /** The two statements that the algorithm consists of, without the engine. */
    static TortureReader twoStatements(DataSource dataSource, BooleanSupplier writing) {
        JdbcTemplate jdbc = new JdbcTemplate(dataSource);
        return new TortureReader("two statements", true, 0, writing, (after, limit, log) -> {
            Long horizon = jdbc.queryForObject("SELECT eventstore.horizon()", Long.class);
            jdbc.queryForList(
                            "SELECT position FROM eventstore.event WHERE position > ? AND position <= ?"
                                    + " ORDER BY position LIMIT ?",
                            Long.class,
                            after,
                            horizon,
                            limit)
                    .forEach(log::add);
        });
    }

    /** A control that must lose events: it takes the highest position that it has seen for its place. */
    static TortureReader withoutHorizon(DataSource dataSource, BooleanSupplier writing) {
        return control("without horizon", "position > ?", dataSource, writing);
    }

    /** A control that must lose events: its snapshot is older than the horizon that it compares with. */
    static TortureReader oneStatement(DataSource dataSource, BooleanSupplier writing) {
        return control(
                "horizon in the same statement",
                "position > ? AND position <= eventstore.horizon()",
                dataSource,
                writing);
    }

    private static TortureReader control(
            String name, String condition, DataSource dataSource, BooleanSupplier writing) {
        JdbcTemplate jdbc = new JdbcTemplate(dataSource);
        String sql = "SELECT position FROM eventstore.event WHERE " + condition + " ORDER BY position LIMIT ?";
        return new TortureReader(
                name,
                false,
                0,
                writing,
                (after, limit, log) ->
                        jdbc.queryForList(sql, Long.class, after, limit).forEach(log::add));
    }

    @Override
    public void run() {
        boolean atEnd = false;
        while (!atEnd) {
            boolean last = !writing.getAsBoolean();
            int before = seen.size();
            try {
                read.behind(seen.last(), 1 + random.nextInt(MOST_AT_ONCE), seen);
                atEnd = last && seen.size() == before;
                if (!last) {
                    pause(seen.size() == before ? 1 + pauseMillis : pauseMillis);
                }
            } catch (RuntimeException connectionBroke) {
                broken.incrementAndGet();
                pause(20);
            }
        }
    }

    private static void pause(int millis) {
        if (millis > 0) {
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(millis));
        }
    }

    String name() {
        return name;
    }

    /** False for a control. */
    boolean mustSeeAll() {
        return mustSeeAll;
    }

    Positions seen() {
        return seen;
    }

    /** How often its connection broke. */
    int broken() {
        return broken.get();
    }
}
