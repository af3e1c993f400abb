package org.crossface.platform.eventstore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import org.axonframework.serialization.SerializationException;
import org.axonframework.serialization.SimpleSerializedType;
import org.axonframework.serialization.upcasting.event.EventUpcaster;
import org.axonframework.serialization.upcasting.event.IntermediateEventRepresentation;
import org.axonframework.serialization.upcasting.event.SingleEventUpcaster;
import org.crossface.platform.api.EventName;
import org.crossface.platform.api.Upcaster;
import org.crossface.platform.testing.TestEventStore;
import org.crossface.platform.testing.TestPostgres;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

class EventNamesTest {

    @EventName(value = "test.moved", revision = 2, upcasters = AddSteps.class)
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
    static final class AddSteps implements Upcaster {

        @Override
        public void upcast(Map<String, @Nullable Object> content) {
            content.put("steps", ((String) Objects.requireNonNull(content.get("to"))).length());
        }
    }

    private void stored(String name, @Nullable String revision, String payload) {
        postgres.serverJdbc()
                .sql("INSERT INTO eventstore.event (sequence_number, time, aggregate_id, aggregate_type, event_id,"
                        + " payload_type, payload_revision, payload, metadata)"
                        + " VALUES (0, now(), 'w', 'Walk', 'e', ?, ?, ?::json, '{}')")
                .params(Arrays.asList(name, revision, payload))
                .update();
    }

    @Test
    void readsAnEarlierRevisionThroughItsUpcastersOnEveryWay() {
        stored("test.moved", "1", "{\"to\":\"home\",\"on\":\"2026-01-02\"}");
        PostgresEventStorageEngine engine = TestEventStore.on(postgres, NAMES).engine();
        Moved moved = new Moved("home", LocalDate.of(2026, 1, 2), 4);
        assertThat(engine.readEvents("w").next().getPayload()).isEqualTo(moved);
        assertThat(engine.readEvents(null, false).findFirst())
                .hasValueSatisfying(event -> assertThat(event.getPayload()).isEqualTo(moved));
        assertThat(engine.eventWithId("e"))
                .hasValueSatisfying(event -> assertThat(event.getPayload()).isEqualTo(moved));
        assertThat(engine.payloadOf("e").orElseThrow().json())
                .as("as stored, for who may see it")
                .isEqualTo("{\"to\":\"home\",\"on\":\"2026-01-02\"}");
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"0", "3", "one"})
    void refusesARevisionFromWhichNoUpcasterLeads(@Nullable String revision) {
        stored("test.moved", revision, "{\"to\":\"home\",\"on\":\"2026-01-02\",\"steps\":4}");
        PostgresEventStorageEngine engine = TestEventStore.on(postgres, NAMES).engine();
        assertThatThrownBy(() -> engine.readEvents("w").next().getPayload())
                .isInstanceOf(SerializationException.class)
                .hasMessage("No upcaster leads from revision " + revision + " of test.moved to revision 2");
        assertThat(engine.readEvents(null, false).findFirst())
                .hasValueSatisfying(event -> assertThat(event.getPayload()).isInstanceOf(Undecodable.class));
    }

    @Test
    void contentThatTheUpcasterCannotReadIsAnUndecodableEventAndNothingOfItIsSaid() {
        stored("test.moved", "1", "{\"on\":\"2026-01-02\"}");
        PostgresEventStorageEngine engine = TestEventStore.on(postgres, NAMES).engine();
        assertThatThrownBy(() -> engine.readEvents("w").next().getPayload())
                .isInstanceOf(SerializationException.class)
                .cause()
                .hasMessage("Revision 1 of test.moved holds what its upcaster cannot read");
        assertThat(engine.readEvents(null, false).findFirst())
                .hasValueSatisfying(event -> assertThat(event.getPayload())
                        .isEqualTo(new Undecodable("test.moved", "1", "its content does not fit this version")));
    }

    /** Axon's upcasters remain for what is more than the content of one event, such as another name. */
    @Test
    void theUpcastersOfTheEventFollowThoseOfAxon() {
        stored("test.walked", "7", "{\"to\":\"home\",\"on\":\"2026-01-02\"}");
        EventUpcaster renaming = new SingleEventUpcaster() {
            @Override
            protected boolean canUpcast(IntermediateEventRepresentation event) {
                return event.getType().getName().equals("test.walked");
            }

            @Override
            protected IntermediateEventRepresentation doUpcast(IntermediateEventRepresentation event) {
                return event.upcastPayload(
                        new SimpleSerializedType("test.moved", "1"), JsonNode.class, content -> content);
            }
        };
        assertThat(TestEventStore.on(postgres, NAMES, renaming)
                        .engine()
                        .readEvents("w")
                        .next()
                        .getPayload())
                .isEqualTo(new Moved("home", LocalDate.of(2026, 1, 2), 4));
    }

    @Test
    void findsAnnotatedRecordsAndRefusesANameThatStandsForTwo() {
        assertThat(EventNames.of(Moved.class).all()).containsExactly(Map.entry("test.moved", Moved.class));
        assertThatThrownBy(() -> NAMES.with(String.class, "test.moved", 1)).hasMessageContaining("test.moved");
        assertThat(EventNames.scan("org.crossface.platform.dispatch").all())
                .containsOnlyKeys("test.entered", "test.ledger-opened");
    }
}
