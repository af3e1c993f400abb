package org.crossface.platform.drill;

import org.crossface.platform.eventstore.GroupAppend;
import org.crossface.platform.eventstore.PostgresEventStorageEngine;

/** The ways in which the engine can append. */
public enum StoreMode {
    /** One transaction for each unit of work. */
    DIRECT,
    /** Concurrent units of work share transactions. */
    GROUP;

    /** Sets the builder to this way. */
    public PostgresEventStorageEngine.Builder on(PostgresEventStorageEngine.Builder builder) {
        return this == GROUP ? builder.groupAppend(GroupAppend.defaults()) : builder;
    }
}
