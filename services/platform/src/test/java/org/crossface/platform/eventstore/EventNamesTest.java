package org.crossface.platform.eventstore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.Map;
import org.axonframework.serialization.SerializationException;
import org.axonframework.serialization.SimpleSerializedType;
import org.axonframework.serialization.upcasting.event.EventUpcaster;
import org.axonframework.serialization.upcasting.event.IntermediateEventRepresentation;
import org.axonframework.serialization.upcasting.event.SingleEventUpcaster;
import org.crossface.platform.api.EventName;
import org.crossface.platform.testing.TestEventStore;
import org.crossface.platform.testing.TestPostgres;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

class EventNamesTest {

    @EventName(value = "test.moved", revision = 2)
    record Moved(String to, LocalDate on, int steps) {}

    private static final EventNames NAMES = EventNames.of(Moved.class);

    private final TestPostgres postgres = TestPostgres.with();

    @AfterEach
    void close() {
        postgres.close();
    }

    @Test
    void storesUnderNameAndRevisionInTheOrderOfTheRecord() {
        TestEventStore.on(postgres, NAMES)
                .append("Walk", "w", Map.of(), new Moved("home", LocalDate.of(2026, 1, 2), 3));
        assertThat(postgres.serverJdbc()
                        .sql("SELECT payload_type || '/' || payload_revision || ' ' || payload FROM eventstore.event")
                        .query(String.class)
                        .single())
                .isEqualTo("test.moved/2 {\"to\":\"home\",\"on\":\"2026-01-02\",\"steps\":3}");
    }

    /** Adds what revision 2 added. */
    private static final class AddSteps extends SingleEventUpcaster {

        private static final SimpleSerializedType FROM = new SimpleSerializedType("test.moved", "1");

        @Override
        protected boolean canUpcast(IntermediateEventRepresentation event) {
            return event.getType().equals(FROM);
        }

        @Override
        protected IntermediateEventRepresentation doUpcast(IntermediateEventRepresentation event) {
            return event.upcastPayload(
                    new SimpleSerializedType("test.moved", "2"),
                    JsonNode.class,
                    node -> ((ObjectNode) node).put("steps", 7));
        }
    }

    @Test
    void readsAnOldRevisionThroughItsUpcasterAndRefusesItWithout() {
        postgres.serverJdbc()
                .sql("INSERT INTO eventstore.event (sequence_number, time, aggregate_id, aggregate_type, event_id,"
                        + " payload_type, payload_revision, payload, metadata) VALUES (0, now(), 'w', 'Walk', 'e',"
                        + " 'test.moved', '1', '{\"to\":\"home\",\"on\":\"2026-01-02\"}', '{}')")
                .update();
        EventUpcaster upcaster = new AddSteps();
        assertThat(TestEventStore.on(postgres, NAMES, upcaster)
                        .engine()
                        .readEvents("w")
                        .next()
                        .getPayload())
                .isEqualTo(new Moved("home", LocalDate.of(2026, 1, 2), 7));
        assertThatThrownBy(() -> TestEventStore.on(postgres, NAMES)
                        .engine()
                        .readEvents("w")
                        .next()
                        .getPayload())
                .isInstanceOf(SerializationException.class)
                .hasMessageContaining("revision 1 of test.moved");
    }

    @Test
    void findsAnnotatedRecordsAndRefusesANameThatStandsForTwo() {
        assertThat(EventNames.of(Moved.class).all()).containsExactly(Map.entry("test.moved", Moved.class));
        assertThatThrownBy(() -> NAMES.with(String.class, "test.moved", 1)).hasMessageContaining("test.moved");
        assertThat(EventNames.scan("org.crossface.platform.dispatch").all())
                .containsOnlyKeys("test.entered", "test.ledger-opened");
    }
}
