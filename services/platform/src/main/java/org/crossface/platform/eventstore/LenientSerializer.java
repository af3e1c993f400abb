package org.crossface.platform.eventstore;

import org.axonframework.serialization.Converter;
import org.axonframework.serialization.SerializationException;
import org.axonframework.serialization.SerializedObject;
import org.axonframework.serialization.SerializedType;
import org.axonframework.serialization.Serializer;

/**
 * Reads what the strict serializer reads; an event that it cannot read becomes an {@link Undecodable}. For event processors: an event that
 * they cannot read must neither stop them nor be skipped silently.
 */
public final class LenientSerializer implements Serializer {

    private final Serializer strict;

    /** Lenient in reading; writes as the given serializer does. */
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

    /** The strict serializer's messages about a type hold no content of the event; those about content may. */
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
