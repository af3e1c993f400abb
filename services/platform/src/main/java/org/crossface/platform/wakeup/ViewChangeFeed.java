package org.crossface.platform.wakeup;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.crossface.platform.loops.Loop;
import org.crossface.platform.loops.Loops;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.TransactionException;

/**
 * The changes that other nodes have made in the views. A node that changes rows records the change in the same transaction, so the record
 * exists exactly if the change does; the signal after the commit only makes it quick.
 *
 * <p>Rows become visible in another order than that of their numbers. So the reader goes by transaction: with each poll it notes the oldest
 * transaction that was still open, reads from there the next time, and skips rows that it has already reported.
 */
public final class ViewChangeFeed implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(ViewChangeFeed.class);
    private static final Duration LIMIT = Duration.ofSeconds(60);
    private static final long LOOK_MILLIS = 1_000;
    private static final long PURGE_NANOS = Duration.ofMinutes(1).toNanos();

    private final JdbcClient jdbc;
    private final WakeUp wakeUp;
    private final Loops loops;
    private final Semaphore woken = new Semaphore(0);
    private volatile Consumer<List<ViewChange>> follower = changes -> {};
    private volatile boolean running;
    private @Nullable Thread thread;
    private final AtomicInteger doubts = new AtomicInteger();
    private int doubtsSettled;
    private @Nullable String openSince;
    private Set<Long> told = new HashSet<>();
    private long lastPurge = System.nanoTime();

    /** A feed in the database of {@code jdbc}; it follows other nodes between {@link #start()} and {@link #stop()}. */
    public ViewChangeFeed(JdbcClient jdbc, WakeUp wakeUp, Loops loops) {
        this.jdbc = jdbc;
        this.wakeUp = wakeUp;
        this.loops = loops;
        wakeUp.whenWoken(Signal.VIEWS, woken::release);
    }

    /** Records what the current transaction has changed. */
    public void record(Collection<ViewChange> changes) {
        if (changes.isEmpty()) {
            return;
        }
        jdbc.sql("INSERT INTO wakeup.view_change (node, view, entity, position)"
                        + " SELECT ?, c.* FROM unnest(?::text[], ?::text[], ?::bigint[]) AS c (view, entity, position)")
                .param(wakeUp.nodeId())
                .param(changes.stream().map(ViewChange::view).toArray(String[]::new))
                .param(changes.stream().map(ViewChange::id).toArray(String[]::new))
                .param(changes.stream().map(ViewChange::position).toArray(Long[]::new))
                .update();
    }

    /** The transaction that recorded changes has committed: signals the other nodes. */
    public void committed() {
        wakeUp.tellOthers(Signal.VIEWS);
    }

    /**
     * The commit of a transaction of this node that recorded changes failed, or only its answer was lost. In the second case the changes
     * exist and this node's subscribers have not heard of them. So this node's own changes of the last minute are reported too.
     */
    public void doubt() {
        doubts.incrementAndGet();
        woken.release();
    }

    /** Reports to this follower what other nodes have changed and committed; after each signal even if that is nothing. */
    public void follow(Consumer<List<ViewChange>> newFollower) {
        this.follower = newFollower;
    }

    @Override
    public void start() {
        running = true;
        thread = Thread.ofPlatform().daemon().name("view-change-feed").start(this::run);
    }

    private void run() {
        try (Loop loop = loops.watch("view change feed", LIMIT)) {
            while (running) {
                try {
                    boolean signalled = woken.tryAcquire(LOOK_MILLIS, TimeUnit.MILLISECONDS);
                    woken.drainPermits();
                    int doubtsNow = doubts.get();
                    Look look = look(doubtsNow != doubtsSettled);
                    if (signalled || !look.fresh().isEmpty()) {
                        follower.accept(look.fresh());
                    }
                    // Only now: changes that the follower could not take are reported again.
                    told = look.seen();
                    openSince = look.openNow();
                    doubtsSettled = doubtsNow;
                    purgeIfDue();
                    loop.beat();
                } catch (DataAccessException | TransactionException e) {
                    log.warn(
                            "Live pages of this node do not see changes of other nodes until the database answers: {}",
                            e.getMessage());
                } catch (RuntimeException e) {
                    log.warn("Changes of views could not be reported; they will be reported again", e);
                }
            }
        } catch (InterruptedException e) {
            log.debug("The feed of view changes was stopped", e);
        }
    }

    private record Row(long id, ViewChange change) {}

    /**
     * The result of a poll.
     *
     * @param fresh changes that were not reported yet
     * @param seen the rows that it read
     * @param openNow the oldest open transaction
     */
    private record Look(List<ViewChange> fresh, Set<Long> seen, String openNow) {}

    /** The first poll only finds the starting point and reports nothing. */
    private Look look(boolean ownToo) {
        String since = openSince;
        // Before the rows are read, so that a transaction that ends in between is read again.
        String openNow = jdbc.sql("SELECT pg_snapshot_xmin(pg_current_snapshot())::text")
                .query(String.class)
                .single();
        List<ViewChange> fresh = new ArrayList<>();
        Set<Long> seen = new HashSet<>();
        if (since != null) {
            for (Row row : rowsSince(since)) {
                seen.add(row.id());
                if (!told.contains(row.id())) {
                    fresh.add(row.change());
                }
            }
        }
        if (ownToo) {
            fresh.addAll(ownOfLastMinute());
        }
        return new Look(fresh, seen, openNow);
    }

    private List<Row> rowsSince(String transaction) {
        return jdbc.sql("SELECT id, view, entity, position FROM wakeup.view_change"
                        + " WHERE transaction >= ?::xid8 AND node <> ? ORDER BY id")
                .param(transaction)
                .param(wakeUp.nodeId())
                .query((rs, n) -> new Row(rs.getLong("id"), change(rs)))
                .list();
    }

    private List<ViewChange> ownOfLastMinute() {
        return jdbc.sql("SELECT view, entity, position FROM wakeup.view_change"
                        + " WHERE node = ? AND at > now() - interval '1 minute' ORDER BY id")
                .param(wakeUp.nodeId())
                .query((rs, n) -> change(rs))
                .list();
    }

    private static ViewChange change(ResultSet rs) throws SQLException {
        return new ViewChange(rs.getString("view"), rs.getString("entity"), rs.getLong("position"));
    }

    private void purgeIfDue() {
        if (System.nanoTime() - lastPurge > PURGE_NANOS) {
            lastPurge = System.nanoTime();
            jdbc.sql("DELETE FROM wakeup.view_change WHERE at < now() - interval '5 minutes'")
                    .update();
        }
    }

    @Override
    public void stop() {
        running = false;
        Thread following = thread;
        if (following != null) {
            following.interrupt();
            try {
                following.join(Duration.ofSeconds(3));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
