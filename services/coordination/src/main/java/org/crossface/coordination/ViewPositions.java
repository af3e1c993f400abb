package org.crossface.coordination;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.OptionalInt;
import org.crossface.platform.eventstore.AppendingTransaction;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The position of the views. A client waits for a position to read its own write. */
public final class ViewPositions {

    private static final Duration LOOK_AGAIN = Duration.ofMillis(100);

    private final JdbcClient jdbc;
    private final ViewChanges changes;
    private final String[] bundles;

    /** The last position of the event store at the first query of this node; -1 before. */
    private volatile long storedAtStart = -1;

    private volatile boolean filled;

    /**
     * Reads positions through this client; {@code changes} wakes it.
     *
     * @param bundles names of all bundles
     */
    public ViewPositions(JdbcClient jdbc, ViewChanges changes, Collection<String> bundles) {
        this.jdbc = jdbc;
        this.changes = changes;
        this.bundles = bundles.toArray(String[]::new);
    }

    /** The position up to which all views hold every event; -1 when a bundle holds none. */
    public long reached() {
        List<Long> found = jdbc.sql(
                        "SELECT min(position) FROM views.progress WHERE bundle = ANY (?) HAVING count(*) = ?")
                .params(bundles, bundles.length)
                .query(Long.class)
                .list();
        return found.isEmpty() ? -1 : found.getFirst();
    }

    /**
     * How many of the events that existed when this node started are in the views, in percent; empty once all are. After an update that
     * rebuilds the views, pages warn with it that patients may still be missing.
     *
     * @param reached the position of the views, from {@link #reached()}
     */
    public OptionalInt percentWhileFilling(long reached) {
        if (filled) {
            return OptionalInt.empty();
        }
        if (storedAtStart < 0) {
            storedAtStart = jdbc.sql("SELECT coalesce(max(position), 0) FROM eventstore.event")
                    .query(Long.class)
                    .single();
        }
        if (reached >= storedAtStart || storedAtStart == 0) {
            filled = true;
            return OptionalInt.empty();
        }
        return OptionalInt.of((int) (100 * Math.max(0, reached) / storedAtStart));
    }

    /**
     * Waits until the views hold the event at this position. Another node may be the one that writes them.
     *
     * @return whether they do; false after the timeout or an interrupt
     * @throws IllegalStateException inside a transaction that has appended events: the views cannot pass them before it ends
     */
    public boolean awaitPosition(long position, Duration timeout) {
        AppendingTransaction.requireNone();
        long end = System.nanoTime() + timeout.toNanos();
        try {
            while (changes.reached() < position && reached() < position) {
                long left = end - System.nanoTime();
                if (left <= 0) {
                    return false;
                }
                changes.awaitReached(position, Math.min(left, LOOK_AGAIN.toNanos()));
            }
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
