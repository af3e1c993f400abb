package org.crossface.platform.processing;

import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Keeps the batches of one processor out, on all nodes, while somebody replaces what they write to or the letters that they go by: a batch
 * holds it shared until its transaction ends, whoever replaces something holds it alone. Each batch takes it before its first event and
 * looks at its letters afterwards; who needs anything else of what it protects takes the fence first, so nobody waits in a circle.
 *
 * <p>A lock of PostgreSQL, so it is let go by whatever ends the transaction, on any node. A savepoint that is rolled back would let go of
 * what was taken after it, so it is taken before there is any.
 */
public final class BatchFence {

    /** Enters: arguments are {@link #BATCHES} and the key of the processor. */
    static final String ENTER = "SELECT pg_advisory_xact_lock_shared(?, ?)";

    /** First half of the keys of these locks. */
    static final int BATCHES = 7_229;

    private final JdbcClient jdbc;
    private final int key;

    private BatchFence(JdbcClient jdbc, int key) {
        this.jdbc = jdbc;
        this.key = key;
    }

    /** The fence of this processor, for the transactions in which this client works. */
    public static BatchFence of(JdbcClient jdbc, String processor) {
        return new BatchFence(jdbc, keyOf(processor));
    }

    /** Second half of the key: two processors that share one only wait for one another. */
    static int keyOf(String processor) {
        return processor.hashCode();
    }

    /** Waits for whoever holds it alone, then keeps others of his kind out until the transaction ends. */
    public void enter() {
        lock(ENTER);
    }

    /** Waits for all batches that are under way, then keeps the next ones out until the transaction ends. */
    public void close() {
        lock("SELECT pg_advisory_xact_lock(?, ?)");
    }

    private void lock(String sql) {
        jdbc.sql(sql).params(BATCHES, key).query(rs -> {});
    }
}
