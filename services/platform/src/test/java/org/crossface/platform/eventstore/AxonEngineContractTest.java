package org.crossface.platform.eventstore;

import java.util.function.UnaryOperator;
import org.axonframework.eventsourcing.eventstore.BatchingEventStorageEngineTest;
import org.crossface.platform.personal.SubjectKeys;
import org.crossface.platform.testing.TestEventStore;
import org.crossface.platform.testing.TestPostgres;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Axon's own tests of a storage engine. */
class AxonEngineContractTest
        extends BatchingEventStorageEngineTest<PostgresEventStorageEngine, PostgresEventStorageEngine.Builder> {

    static final EventNames NAMES = EventNames.of().with(String.class, "test.text", 1);

    /** Of this class and the one that extends it, so left to the end of the JVM. */
    private static final TestPostgres postgres = TestPostgres.with();

    @BeforeEach
    void emptyStore() {
        postgres.ownerJdbc()
                .sql("TRUNCATE eventstore.event, eventstore.snapshot")
                .update();
        setTestSubject(createEngine(builder -> builder));
    }

    @Override
    protected PostgresEventStorageEngine createEngine(UnaryOperator<PostgresEventStorageEngine.Builder> customization) {
        return customization.apply(builder(postgres)).build();
    }

    static PostgresEventStorageEngine.Builder builder(TestPostgres postgres) {
        SubjectKeys keys = new SubjectKeys(JdbcClient.create(postgres.server()), TestEventStore.keyEncryptionKey());
        return TestEventStore.engineBuilder(postgres.server(), NAMES, LogicalNameSerializer.forEvents(NAMES), keys);
    }
}
