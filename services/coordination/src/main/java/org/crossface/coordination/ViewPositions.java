package org.crossface.coordination;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import org.crossface.platform.eventstore.AppendingTransaction;
import org.springframework.jdbc.core.simple.JdbcClient;

/** How far the views have come, and waiting for them: a reader sees its own write without guessing a delay. */
public final class ViewPositions {

    private static final Duration LOOK_AGAIN = Duration.ofMillis(100);

    private final JdbcClient jdbc;
    private final ViewChanges changes;
    private final String[] bundles;

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
     * Waits until the views hold the event at this position, also when another node builds them.
     *
     * @return whether they do; false when the time is over first or the thread was interrupted
     * @throws IllegalStateException inside a transaction that has appended: the views cannot come past it before it ends
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
