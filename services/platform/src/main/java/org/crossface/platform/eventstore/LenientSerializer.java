package org.crossface.platform.eventstore;

import org.axonframework.serialization.Converter;
import org.axonframework.serialization.SerializationException;
import org.axonframework.serialization.SerializedObject;
import org.axonframework.serialization.SerializedType;
import org.axonframework.serialization.Serializer;

/**
 * Reads what the strict one reads; an event that it cannot read becomes an {@link Undecodable}. For those who follow all events: one that
 * they cannot read must neither stop them nor go by unseen.
 */
public final class LenientSerializer implements Serializer {

    private final Serializer strict;

    /** Lenient in reading; writes as the given one. */
    public LenientSerializer(Serializer strict) {
        this.strict = strict;
    }

    @Override
    public Class<?> classForType(SerializedType type) {
        try {
            return strict.classForType(type);
        } catch (SerializationException unknown) {
            return Undecodable.class;
        }
    }

    @Override
    @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"
    }) // as inherited: the caller asked for the type that it named
    public <S, T> T deserialize(SerializedObject<S> serialized) {
        try {
            return strict.deserialize(serialized);
        } catch (SerializationException unreadable) {
            SerializedType type = serialized.getType();
            return (T) new Undecodable(Unreadable.nameOf(type.getName()), type.getRevision(), reason(type));
        }
    }

    /** The messages of the strict one for a type hold no content; those for content may. */
    private String reason(SerializedType type) {
        try {
            strict.classForType(type);
            return "its content does not fit this version";
        } catch (SerializationException ofType) {
            return String.valueOf(ofType.getMessage());
        }
    }

    @Override
    public <T> SerializedObject<T> serialize(Object object, Class<T> expectedRepresentation) {
        return strict.serialize(object, expectedRepresentation);
    }

    @Override
    public <T> boolean canSerializeTo(Class<T> expectedRepresentation) {
        return strict.canSerializeTo(expectedRepresentation);
    }

    @Override
    @SuppressWarnings("rawtypes") // as inherited
    public SerializedType typeForClass(Class type) {
        return strict.typeForClass(type);
    }

    @Override
    public Converter getConverter() {
        return strict.getConverter();
    }
}
