package org.crossface.billing.coding;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import org.springframework.core.io.Resource;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Reads the tables from the configured locations. */
public final class BillingTables {

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private BillingTables() {}

    /**
     * @throws tools.jackson.core.JacksonException if it is not a code table
     */
    public static CodeTables codes(Resource resource) {
        return read(resource, CodeTables.class);
    }

    /**
     * @throws tools.jackson.core.JacksonException if it is not a provider directory
     */
    public static ProviderDirectory providers(Resource resource) {
        return read(resource, ProviderDirectory.class);
    }

    private static <T> T read(Resource resource, Class<T> type) {
        try (InputStream in = resource.getInputStream()) {
            return JSON.readValue(in, type);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + resource.getDescription(), e);
        }
    }
}
