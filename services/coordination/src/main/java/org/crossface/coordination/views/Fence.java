package org.crossface.coordination.views;

import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Keeps the writers of views out while the schema that they write to changes its name: a writer holds it shared until its transaction
 * ends, whoever switches holds it alone. A lock of PostgreSQL, so it is let go by whatever ends the transaction, on any node.
 */
public final class Fence {

    /** First half of the keys of these locks. */
    private static final int VIEWS = 7_229;

    private final JdbcTemplate jdbc;
    private final int key;

    private Fence(JdbcTemplate jdbc, int key) {
        this.jdbc = jdbc;
        this.key = key;
    }

    /** Of those who write the serving views. */
    public static Fence ofServing(JdbcTemplate jdbc) {
        return new Fence(jdbc, 1);
    }

    /** Of those who write views that are being built. */
    public static Fence ofBuild(JdbcTemplate jdbc) {
        return new Fence(jdbc, 2);
    }

    /** Waits for whoever is switching, then keeps him out until the transaction ends. */
    public void enter() {
        jdbc.query("SELECT pg_advisory_xact_lock_shared(?, ?)", rs -> {}, VIEWS, key);
    }

    /** Waits for all writers, then keeps them out until the transaction ends. */
    public void close() {
        jdbc.query("SELECT pg_advisory_xact_lock(?, ?)", rs -> {}, VIEWS, key);
    }
}
