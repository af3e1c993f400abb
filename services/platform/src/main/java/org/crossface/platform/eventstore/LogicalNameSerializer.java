package org.crossface.platform.eventstore;

import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import org.axonframework.messaging.MetaData;
import org.axonframework.serialization.SerializationException;
import org.axonframework.serialization.SerializedObject;
import org.axonframework.serialization.SerializedType;
import org.axonframework.serialization.SimpleSerializedType;
import org.axonframework.serialization.UnknownSerializedType;
import org.axonframework.serialization.jackson3.Jackson3Serializer;
import org.crossface.platform.eventstore.EventNames.Current;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.cfg.DateTimeFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.jsontype.BasicPolymorphicTypeValidator;
import tools.jackson.databind.jsontype.PolymorphicTypeValidator;

/**
 * Writes events as JSON under their logical names in place of Java class names. An event of an earlier revision is brought to the current
 * one when its content is asked for, by the upcasters that its class declares; so each reader of events has them, and an event of the
 * current revision costs nothing more.
 */
public final class LogicalNameSerializer extends Jackson3Serializer {

    private static final String METADATA = MetaData.class.getName();

    private final EventNames names;
    private final TextMetaData metadata = new TextMetaData(getObjectMapper());
    private final Map<Class<?>, ObjectReader> readers = new ConcurrentHashMap<>();

    /** Numbers stay as they were written. */
    private final ObjectReader contents =
            getObjectMapper().readerForMapOf(Object.class).with(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);

    private LogicalNameSerializer(Builder builder, EventNames names) {
        super(builder);
        this.names = names;
    }

    /** The serializer of events. */
    public static LogicalNameSerializer forEvents(EventNames names) {
        return new LogicalNameSerializer(
                Jackson3Serializer.builder().jsonMapperBuilderCustomizer(LogicalNameSerializer::stable), names);
    }

    /** The serializer of tokens and of everything else that Axon stores for itself. */
    public static Jackson3Serializer forInternals() {
        return Jackson3Serializer.builder()
                .jsonMapperBuilderCustomizer(mapper -> mapper.polymorphicTypeValidator(allowed()))
                .build();
    }

    /** The serializer of snapshots: the fields of an aggregate, so that it needs no annotations. */
    public static Jackson3Serializer forSnapshots() {
        return Jackson3Serializer.builder()
                .jsonMapperBuilderCustomizer(mapper -> mapper.polymorphicTypeValidator(allowed())
                        .changeDefaultVisibility(visibility -> visibility
                                .withFieldVisibility(Visibility.ANY)
                                .withGetterVisibility(Visibility.NONE)
                                .withIsGetterVisibility(Visibility.NONE)))
                .build();
    }

    /**
     * Components in the order of the record's declaration, times with the offset that they were written with. This format never changes.
     */
    private static void stable(JsonMapper.Builder mapper) {
        mapper.polymorphicTypeValidator(allowed())
                .disable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
                .disable(DateTimeFeature.ADJUST_DATES_TO_CONTEXT_TIME_ZONE);
    }

    /** Only these classes are made from a class name inside stored JSON, as in the context of a replay token. */
    private static PolymorphicTypeValidator allowed() {
        return BasicPolymorphicTypeValidator.builder()
                .allowIfSubType("org.axonframework.")
                .allowIfSubType("org.crossface.")
                .allowIfSubType("java.lang.")
                .allowIfSubType("java.time.")
                .allowIfSubType("java.util.")
                .build();
    }

    @Override
    @SuppressWarnings("rawtypes") // as inherited
    public SerializedType typeForClass(Class type) {
        return type == null
                ? super.typeForClass(null)
                : names.nameOf((Class<?>) type)
                        .<SerializedType>map(
                                named -> new SimpleSerializedType(named.name(), Integer.toString(named.revision())))
                        .orElseGet(() -> super.typeForClass(type));
    }

    /**
     * @throws SerializationException if this version does not know the type, its content could not be opened, or no upcaster leads to the
     *     current revision; a stream with such an event cannot be read, so no command is decided on a part of it
     */
    @Override
    public Class<?> classForType(SerializedType type) {
        String name = type.getName();
        if (METADATA.equals(name)) {
            return MetaData.class;
        }
        Current known = names.current(name);
        if (known == null) {
            return withoutName(type);
        }
        if (!known.reads(type.getRevision())) {
            throw new SerializationException("No upcaster leads from revision " + type.getRevision() + " of " + name
                    + " to revision " + known.revision());
        }
        return known.type();
    }

    private Class<?> withoutName(SerializedType type) {
        if (Unreadable.isMarked(type.getName())) {
            throw new SerializationException("The encrypted content of " + Unreadable.nameOf(type.getName())
                    + " cannot be opened: it was altered, moved or sealed in a way unknown to this version");
        }
        Class<?> other = super.classForType(type);
        if (other == UnknownSerializedType.class) {
            throw new SerializationException("This version knows no event named " + type.getName());
        }
        return other;
    }

    /** Bytes from the table are parsed directly, without the conversions that Axon makes for other sources. */
    @Override
    @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"
    }) // as inherited: the caller asked for the type that it named
    public <S, T> T deserialize(SerializedObject<S> serialized) {
        if (!(serialized.getData() instanceof byte[] json)) {
            return isEarlier(serialized.getType())
                    ? deserialize(getConverter().convert(serialized, byte[].class))
                    : super.deserialize(serialized);
        }
        Class<?> type = classForType(serialized.getType());
        try {
            if (names.nameOf(type).isPresent()) {
                byte[] current = isEarlier(serialized.getType()) ? upcast(serialized.getType(), json) : json;
                return readers.computeIfAbsent(type, this::getReader).readValue(current);
            }
            MetaData texts = type == MetaData.class ? metadata.read(json) : null;
            return texts == null ? super.deserialize(serialized) : (T) texts;
        } catch (JacksonException e) {
            throw new SerializationException("Error while deserializing object", e);
        }
    }

    private boolean isEarlier(SerializedType type) {
        Current known = names.current(type.getName());
        return known != null && !known.revision().equals(type.getRevision());
    }

    private byte[] upcast(SerializedType type, byte[] json) {
        Current known = Objects.requireNonNull(names.current(type.getName()));
        Map<String, @Nullable Object> content = contents.readValue(json);
        try {
            known.upcasters().upcast(Current.number(type.getRevision()), content);
        } catch (RuntimeException e) {
            throw new SerializationException(
                    "Revision " + type.getRevision() + " of " + type.getName() + " holds what its upcaster cannot read",
                    e);
        }
        return getObjectMapper().writeValueAsBytes(content);
    }
}
