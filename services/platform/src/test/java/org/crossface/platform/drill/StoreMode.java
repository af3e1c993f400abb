package org.crossface.platform.drill;

import org.crossface.platform.eventstore.PostgresEventStorageEngine;

/** The ways in which the engine can append. */
public enum StoreMode {
    /** One transaction for each unit of work. */
    DIRECT;

    /** Sets the builder to this way. */
    public PostgresEventStorageEngine.Builder on(PostgresEventStorageEngine.Builder builder) {
        return builder;
    }
}
