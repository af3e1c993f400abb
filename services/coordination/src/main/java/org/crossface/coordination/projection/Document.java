package org.crossface.coordination.projection;

import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.cfg.EnumFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * Records stored in a JSON column. In a row of an earlier release, a missing component reads as absent and an unknown one is ignored. So a
 * new figure needs no column. Rows of the serving view lack it until the new revision of the view has been built.
 */
public final class Document {

    private static final JsonMapper JSON = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .disable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
            .enable(EnumFeature.READ_UNKNOWN_ENUM_VALUES_AS_NULL)
            .build();

    private Document() {}

    /** The record as JSON. */
    public static String of(Record content) {
        return JSON.writeValueAsString(content);
    }

    /** The record from its JSON. */
    public static <T extends Record> T read(String document, Class<T> type) {
        return JSON.readValue(document, type);
    }
}
