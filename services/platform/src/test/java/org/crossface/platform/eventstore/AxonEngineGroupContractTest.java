package org.crossface.platform.eventstore;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;

/** Axon's own tests of a storage engine, with units of work that share transactions. */
class AxonEngineGroupContractTest extends AxonEngineContractTest {

    private final List<PostgresEventStorageEngine> engines = new ArrayList<>();

    @Override
    protected PostgresEventStorageEngine createEngine(UnaryOperator<PostgresEventStorageEngine.Builder> customization) {
        PostgresEventStorageEngine engine =
                super.createEngine(builder -> customization.apply(builder.groupAppend(GroupAppend.defaults())));
        engines.add(engine);
        return engine;
    }

    @AfterEach
    void stopWriters() {
        engines.forEach(PostgresEventStorageEngine::close);
    }
}
