package org.crossface.billing.relay;

import org.springframework.jdbc.core.simple.JdbcClient;

/** The identity that was created with the schema {@code billing}, in the database of the event store. */
public final class JdbcStoreIdentity implements StoreIdentity {

    private final JdbcClient jdbc;

    public JdbcStoreIdentity(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public String id() {
        return jdbc.sql("SELECT id::text FROM billing.store_identity")
                .query(String.class)
                .single();
    }
}
