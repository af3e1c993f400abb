package org.crossface.platform.drill;

import java.util.function.Supplier;
import javax.sql.DataSource;
import org.crossface.platform.eventstore.GroupAppend;
import org.crossface.platform.eventstore.PostgresEventStorageEngine;

/** The ways in which the engine can append. */
public enum StoreMode {
    /** One transaction for each unit of work. */
    DIRECT,
    /** Concurrent units of work share transactions. */
    GROUP;

    /** Sets the builder to this way, the writers on connections of their own, as in the product. */
    public PostgresEventStorageEngine.Builder on(
            PostgresEventStorageEngine.Builder builder, Supplier<? extends DataSource> writers) {
        return this == GROUP ? builder.groupAppend(GroupAppend.defaults(), writers.get()) : builder;
    }

    /** Sets the builder to this way, on the engine's own connections. */
    public PostgresEventStorageEngine.Builder on(PostgresEventStorageEngine.Builder builder) {
        return this == GROUP ? builder.groupAppend(GroupAppend.defaults()) : builder;
    }
}
