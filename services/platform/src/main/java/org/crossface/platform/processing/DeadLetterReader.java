package org.crossface.platform.processing;

import java.sql.ResultSet;
import java.sql.SQLException;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.deadletter.jdbc.DeadLetterSchema;
import org.axonframework.eventhandling.deadletter.jdbc.DefaultDeadLetterJdbcConverter;
import org.axonframework.eventhandling.deadletter.jdbc.JdbcDeadLetter;
import org.axonframework.serialization.Serializer;
import org.crossface.platform.eventstore.PostgresEventStorageEngine;

/** Reads a dead letter, with the content of its event from the event store. */
final class DeadLetterReader extends DefaultDeadLetterJdbcConverter<EventMessage<?>> {

    private final PostgresEventStorageEngine engine;

    DeadLetterReader(
            DeadLetterSchema schema, Serializer internals, Serializer events, PostgresEventStorageEngine engine) {
        super(DefaultDeadLetterJdbcConverter.<EventMessage<?>>builder()
                .schema(schema)
                .genericSerializer(internals)
                .eventSerializer(events));
        this.engine = engine;
    }

    @Override
    public JdbcDeadLetter<EventMessage<?>> convertToLetter(ResultSet resultSet) throws SQLException {
        JdbcDeadLetter<EventMessage<?>> letter = super.convertToLetter(resultSet);
        String eventId = letter.message().getIdentifier();
        EventMessage<?> event = engine.eventWithId(eventId)
                .orElseThrow(
                        () -> new IllegalStateException("The event " + eventId + " of a dead letter is not stored"));
        return new JdbcDeadLetter<>(
                letter.getIdentifier(),
                letter.getSequenceIndex(),
                letter.getSequenceIdentifier(),
                letter.enqueuedAt(),
                letter.lastTouched(),
                letter.cause().orElse(null),
                letter.diagnostics(),
                event);
    }
}
