package org.crossface.platform.personal;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import org.crossface.platform.api.Personal;
import org.crossface.platform.personal.SubjectKeys.SubjectKey;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.cfg.JsonNodeFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Encrypts the {@link Personal} components of a record inside its JSON text, and decrypts them.
 *
 * <p>An encrypted component is stored as {@code {"$p":1,"k":"<key id>","t":"text","c":"<base64>"}}: {@code $p} is the version of the
 * envelope, {@code t} is {@code text} for a component of type {@link String} and {@code json} for any other, so that the value of an erased
 * component is known without the key. The plain text is the component's JSON. Associated data bind it to the message, the stream and the
 * place in the record.
 */
public final class PersonalFields {

    private static final String VERSION = "$p";
    private static final String KEY = "k";
    private static final String TYPE = "t";
    private static final String CIPHER_TEXT = "c";
    private static final byte[] MARK = ("\"" + VERSION + "\":").getBytes(StandardCharsets.US_ASCII);

    private final SubjectKeys keys;
    private final JsonMapper mapper;
    private final ObjectReader trees;

    public PersonalFields(SubjectKeys keys) {
        this.keys = keys;
        this.mapper = JsonMapper.builder().build();
        // A decimal keeps its digits when the text is read and written again.
        this.trees = mapper.readerFor(JsonNode.class)
                .with(JsonNodeFeature.USE_BIG_DECIMAL_FOR_FLOATS)
                .without(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES);
    }

    /**
     * The place of a stored record; encrypted components can be decrypted only for that place.
     *
     * @param message identifier of the event
     * @param stream identifier of the aggregate; {@code null} for an event of none
     */
    public record Place(String message, @Nullable String stream) {

        private byte[] at(String path) {
            String inStream = stream == null ? "-" : stream.length() + ":" + stream;
            String text = "personal:" + message.length() + ":" + message + ":" + inStream + ":" + path;
            return text.getBytes(StandardCharsets.UTF_8);
        }
    }

    /** A record with personal components was to be stored without a subject. */
    public static final class SubjectMissing extends RuntimeException {

        SubjectMissing(Class<?> type) {
            super(type.getName() + " has personal components, but its metadata name no patient");
        }
    }

    /**
     * Encrypts the personal components of a value in its JSON text.
     *
     * @param subjectId subject whose key is used; may be {@code null} for a value without personal components
     * @param json the value as JSON
     * @return the same text if the value has no personal component
     * @throws SubjectMissing if there are personal components and no subject
     * @throws SubjectErased if the subject's key has been destroyed
     */
    public String seal(@Nullable String subjectId, Place place, Object value, String json) {
        if (NeverPersonal.isOf(value.getClass())) {
            return json;
        }
        JsonNode tree = trees.readTree(json);
        Sealing sealing = new Sealing(subjectId, place);
        sealing.descend(tree, value, "");
        return sealing.sealed ? mapper.writeValueAsString(tree) : json;
    }

    /**
     * Decrypts what {@link #seal} encrypted. After erasure a text reads {@value Personal#ERASED} and anything else {@code null}.
     *
     * @throws SealBroken if something was altered or moved
     */
    public byte[] open(Place place, byte[] json) {
        if (!mayHoldSealed(json)) {
            return json;
        }
        return mapper.writeValueAsBytes(opened(place, trees.readTree(json), ""));
    }

    private static boolean mayHoldSealed(byte[] json) {
        for (int i = 1; i <= json.length - MARK.length + 1; i++) {
            // The rarest of its characters first, since every event that is read is searched.
            if (json[i] == '$' && Arrays.equals(json, i - 1, i - 1 + MARK.length, MARK, 0, MARK.length)) {
                return true;
            }
        }
        return false;
    }

    private JsonNode opened(Place place, JsonNode node, String path) {
        return switch (node) {
            case ObjectNode object when object.has(VERSION) -> plain(place, object, path);
            case ObjectNode object -> {
                object.propertyNames().stream()
                        .toList()
                        .forEach(name -> object.set(name, opened(place, object.get(name), path + "/" + name)));
                yield object;
            }
            case ArrayNode array -> {
                for (int i = 0; i < array.size(); i++) {
                    array.set(i, opened(place, array.get(i), path + "/" + i));
                }
                yield array;
            }
            default -> node;
        };
    }

    private JsonNode plain(Place place, ObjectNode envelope, String path) {
        if (envelope.path(VERSION).asInt(0) != 1) {
            throw new SealBroken("Unknown version of the envelope at " + path, null);
        }
        Optional<SubjectKey> key = keys.byId(envelope.path(KEY).asString(""));
        if (key.isEmpty()) {
            boolean text = envelope.path(TYPE).asString("").equals("text");
            return text
                    ? mapper.getNodeFactory().stringNode(Personal.ERASED)
                    : mapper.getNodeFactory().nullNode();
        }
        byte[] cipherText =
                Base64.getDecoder().decode(envelope.path(CIPHER_TEXT).asString(""));
        return trees.readTree(SubjectKeys.decrypt(key.get(), cipherText, place.at(path)));
    }

    /** Walks through a value and its JSON, side by side. */
    private final class Sealing {

        private final @Nullable String subjectId;
        private final Place place;
        private boolean sealed;

        private Sealing(@Nullable String subjectId, Place place) {
            this.subjectId = subjectId;
            this.place = place;
        }

        private void descend(@Nullable JsonNode node, @Nullable Object value, String path) {
            switch (value) {
                case Record record when node instanceof ObjectNode object -> components(object, record, path);
                case Collection<?> elements
                when node instanceof ArrayNode array -> {
                    int index = 0;
                    for (Object element : elements) {
                        descend(array.get(index), element, path + "/" + index);
                        index++;
                    }
                }
                case Map<?, ?> entries
                when node instanceof ObjectNode object ->
                    entries.forEach((key, element) -> {
                        String name = key instanceof Enum<?> constant ? constant.name() : String.valueOf(key);
                        descend(object.get(name), element, path + "/" + name);
                    });
                case Optional<?> present -> descend(node, present.orElse(null), path);
                case null, default -> {}
            }
        }

        private void components(ObjectNode object, Record record, String path) {
            for (RecordComponent component : record.getClass().getRecordComponents()) {
                String name = component.getName();
                JsonNode node = object.get(name);
                if (component.isAnnotationPresent(Personal.class)) {
                    if (node == null) {
                        throw new IllegalStateException("The personal component " + name + " of "
                                + record.getClass().getName() + " is not in its JSON under this name");
                    }
                    replace(object, record, component, node, path + "/" + name);
                } else {
                    descend(node, valueOf(record, component), path + "/" + name);
                }
            }
        }

        private void replace(ObjectNode object, Record record, RecordComponent component, JsonNode node, String path) {
            if (subjectId == null) {
                throw new SubjectMissing(record.getClass());
            }
            if (node.isNull()) {
                return;
            }
            SubjectKey key = keys.forSubject(subjectId);
            byte[] cipherText = SubjectKeys.encrypt(key, mapper.writeValueAsBytes(node), place.at(path));
            ObjectNode envelope = mapper.createObjectNode();
            envelope.put(VERSION, 1);
            envelope.put(KEY, key.id());
            envelope.put(TYPE, component.getType() == String.class ? "text" : "json");
            envelope.put(CIPHER_TEXT, Base64.getEncoder().encodeToString(cipherText));
            object.set(component.getName(), envelope);
            sealed = true;
        }

        private static @Nullable Object valueOf(Record record, RecordComponent component) {
            try {
                component.getAccessor().setAccessible(true);
                return component.getAccessor().invoke(record);
            } catch (IllegalAccessException | InvocationTargetException e) {
                throw new IllegalStateException("Cannot read " + component, e);
            }
        }
    }
}
