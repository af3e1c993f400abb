package org.crossface.platform.eventstore;

import java.util.ArrayList;
import java.util.List;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.junit.jupiter.api.AfterEach;

/** Axon's own tests of the event store, with units of work that share transactions. */
class AxonEventStoreGroupContractTest extends AxonEventStoreContractTest {

    private final List<PostgresEventStorageEngine> engines = new ArrayList<>();

    @Override
    public EventStorageEngine createStorageEngine() {
        PostgresEventStorageEngine engine = (PostgresEventStorageEngine) super.createStorageEngine();
        engines.add(engine);
        return engine;
    }

    @Override
    PostgresEventStorageEngine.Builder customize(PostgresEventStorageEngine.Builder builder) {
        return builder.groupAppend(GroupAppend.defaults());
    }

    @AfterEach
    void stopWriters() {
        engines.forEach(PostgresEventStorageEngine::close);
    }
}
