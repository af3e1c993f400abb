package org.crossface.coordination.projection;

import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.cfg.EnumFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * Records that stand in a column as JSON. A row that an earlier release wrote is read as far as it goes: a component that it lacks is absent,
 * one that this release no longer has is passed over. So a new figure needs no column; the rows of the serving view lack it until the new
 * revision of the view has been built.
 */
public final class Document {

    private static final JsonMapper JSON = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .disable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
            .enable(EnumFeature.READ_UNKNOWN_ENUM_VALUES_AS_NULL)
            .build();

    private Document() {}

    /** As it is stored. */
    public static String of(Record content) {
        return JSON.writeValueAsString(content);
    }

    /** As it was stored. */
    public static <T extends Record> T read(String document, Class<T> type) {
        return JSON.readValue(document, type);
    }
}
