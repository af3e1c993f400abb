package org.crossface.platform.eventstore;

import java.util.HashMap;
import java.util.Map;
import org.axonframework.messaging.MetaData;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.ObjectMapper;

/** Parses metadata that hold only texts, as those of almost all events do. */
final class TextMetaData {

    private static final int USUAL_ENTRIES = 12;

    private final ObjectMapper mapper;

    TextMetaData(ObjectMapper mapper) {
        this.mapper = mapper;
    }

    /**
     * The metadata; {@code null} if they hold anything but texts.
     *
     * @throws tools.jackson.core.JacksonException if they are not JSON
     */
    @Nullable
    MetaData read(byte[] json) {
        Map<String, Object> values = HashMap.newHashMap(USUAL_ENTRIES);
        try (JsonParser parser = mapper.createParser(json)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                return null;
            }
            for (String name = parser.nextName(); name != null; name = parser.nextName()) {
                if (parser.nextToken() != JsonToken.VALUE_STRING) {
                    return null;
                }
                values.put(name, parser.getString());
            }
            return parser.nextToken() == null ? MetaData.from(values) : null;
        }
    }
}
