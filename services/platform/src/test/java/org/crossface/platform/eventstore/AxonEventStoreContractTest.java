package org.crossface.platform.eventstore;

import org.axonframework.eventsourcing.eventstore.EmbeddedEventStoreTest;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.crossface.platform.testing.TestPostgres;
import org.junit.jupiter.api.AfterAll;

/** Axon's own tests of the event store, on our engine. */
class AxonEventStoreContractTest extends EmbeddedEventStoreTest {

    private static final TestPostgres postgres = TestPostgres.with();

    @AfterAll
    static void close() {
        postgres.close();
    }

    @Override
    public EventStorageEngine createStorageEngine() {
        postgres.ownerJdbc()
                .sql("TRUNCATE eventstore.event, eventstore.snapshot")
                .update();
        return AxonEngineContractTest.builder(postgres).build();
    }
}
