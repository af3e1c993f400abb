package org.crossface.platform.processing;

import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Keeps the batches of one processor out, on all nodes, while a transaction replaces the tables that they write to or their dead letters. A
 * batch holds the lock in shared mode until its transaction ends; the replacing transaction holds it exclusively. Each batch takes it
 * before its first event and reads its dead letters afterwards. Every transaction takes the fence before any other lock that it protects,
 * so there is no deadlock.
 *
 * <p>It is an advisory lock of PostgreSQL, so it is released by whatever ends the transaction, on any node. Rolling back to a savepoint
 * would release locks that were taken after it, so the fence is taken before the first savepoint.
 */
public final class BatchFence {

    /** Takes the lock in shared mode; arguments are {@link #BATCHES} and the key of the processor. */
    static final String ENTER = "SELECT pg_advisory_xact_lock_shared(?, ?)";

    /** First half of the keys of these locks. */
    static final int BATCHES = 7_229;

    private final JdbcClient jdbc;
    private final int key;

    private BatchFence(JdbcClient jdbc, int key) {
        this.jdbc = jdbc;
        this.key = key;
    }

    /** The fence of this processor, for the transactions of this client. */
    public static BatchFence of(JdbcClient jdbc, String processor) {
        return new BatchFence(jdbc, keyOf(processor));
    }

    /** Second half of the key: two processors with the same one wait for each other, nothing worse. */
    static int keyOf(String processor) {
        return processor.hashCode();
    }

    /** Takes the lock in shared mode until the transaction ends: waits for an exclusive holder and keeps new ones out. */
    public void enter() {
        lock(ENTER);
    }

    /** Takes the lock in exclusive mode until the transaction ends: waits for all running batches and keeps new ones out. */
    public void close() {
        lock("SELECT pg_advisory_xact_lock(?, ?)");
    }

    private void lock(String sql) {
        jdbc.sql(sql).params(BATCHES, key).query(rs -> {});
    }
}
