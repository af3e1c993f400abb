package org.crossface.platform.eventstore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.modelling.command.AggregateStreamCreationException;
import org.axonframework.modelling.command.ConcurrencyException;
import org.crossface.platform.testing.TestPostgres;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Units of work that append to more than one stream. */
class SeveralStreamsTest {

    private static final TestPostgres postgres = TestPostgres.with();
    private static final PostgresEventStorageEngine engine =
            AxonEngineContractTest.builder(postgres).build();

    @BeforeAll
    static void anExistingStream() {
        engine.appendEvents(event("existing", 0), event("existing", 1));
    }

    @AfterAll
    static void close() {
        postgres.close();
    }

    private static EventMessage<?> event(String stream, long sequence) {
        return new GenericDomainEventMessage<>("Test", stream, sequence, "payload");
    }

    @Test
    void aRaceLostForAnExistingStreamIsAConflictThoughTheUnitAlsoCreatesOne() {
        assertThatThrownBy(() -> engine.appendEvents(event("created", 0), event("existing", 1)))
                .isInstanceOf(ConcurrencyException.class);
        assertThat(engine.lastSequenceNumberFor("created")).isEmpty();
        engine.appendEvents(event("created", 0), event("existing", 2));
        assertThat(engine.lastSequenceNumberFor("existing")).contains(2L);
    }

    @Test
    void aSecondCreationIsNamedAsSuch() {
        assertThatThrownBy(() -> engine.appendEvents(event("existing", 0), event("existing", 1)))
                .isInstanceOf(AggregateStreamCreationException.class);
    }
}
