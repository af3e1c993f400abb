package org.crossface.platform.processing;

import java.nio.charset.StandardCharsets;
import org.axonframework.messaging.MetaData;
import org.axonframework.serialization.Converter;
import org.axonframework.serialization.SerializedObject;
import org.axonframework.serialization.SerializedType;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.SimpleSerializedObject;
import org.axonframework.serialization.SimpleSerializedType;
import org.crossface.platform.eventstore.Undecodable;

/**
 * Writes the event of a dead letter without its content: the content is in the event store, encrypted where it is personal, and a copy here
 * would outlive the erasure of the person.
 */
final class DeadLetterSerializer implements Serializer {

    private static final byte[] NO_CONTENT = "{}".getBytes(StandardCharsets.UTF_8);

    private final Serializer events;

    DeadLetterSerializer(Serializer events) {
        this.events = events;
    }

    @Override
    public <T> SerializedObject<T> serialize(Object object, Class<T> expectedRepresentation) {
        if (object instanceof MetaData) {
            return events.serialize(object, expectedRepresentation);
        }
        T content = events.getConverter().convert(NO_CONTENT, expectedRepresentation);
        SerializedType type = object instanceof Undecodable event
                ? new SimpleSerializedType(event.type(), event.revision())
                : typeForClass(object.getClass());
        return new SimpleSerializedObject<>(content, expectedRepresentation, type);
    }

    @Override
    public <T> boolean canSerializeTo(Class<T> expectedRepresentation) {
        return events.canSerializeTo(expectedRepresentation);
    }

    @Override
    @SuppressWarnings("TypeParameterUnusedInFormals") // as inherited
    public <S, T> T deserialize(SerializedObject<S> serializedObject) {
        return events.deserialize(serializedObject);
    }

    @Override
    public Class<?> classForType(SerializedType type) {
        return events.classForType(type);
    }

    @Override
    @SuppressWarnings("rawtypes") // as inherited
    public SerializedType typeForClass(Class type) {
        return events.typeForClass(type);
    }

    @Override
    public Converter getConverter() {
        return events.getConverter();
    }
}
