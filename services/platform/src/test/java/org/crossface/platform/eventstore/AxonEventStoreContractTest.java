package org.crossface.platform.eventstore;

import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.axonframework.eventsourcing.eventstore.PatientEmbeddedEventStoreTest;
import org.crossface.platform.testing.TestPostgres;

/** Axon's own tests of the event store, on our engine. */
class AxonEventStoreContractTest extends PatientEmbeddedEventStoreTest {

    /** Of this class and the one that extends it, so left to the end of the JVM. */
    private static final TestPostgres postgres = TestPostgres.with();

    @Override
    public EventStorageEngine createStorageEngine() {
        postgres.ownerJdbc()
                .sql("TRUNCATE eventstore.event, eventstore.snapshot")
                .update();
        return customize(AxonEngineContractTest.builder(postgres)).build();
    }

    PostgresEventStorageEngine.Builder customize(PostgresEventStorageEngine.Builder builder) {
        return builder;
    }
}
