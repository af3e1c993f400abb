package org.crossface.billing.contract;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.cfg.DateTimeFeature;
import tools.jackson.databind.json.JsonMapper;

/** The contract's resources, read as a consumer would. */
final class Contract {

    static final List<String> SCHEMAS =
            List.of(ChargesChannel.CHARGE_RELEASED_SCHEMA, ChargesChannel.CHARGE_REVERSED_SCHEMA);
    static final List<String> RELEASES = List.of("1");

    static final JsonMapper JSON = JsonMapper.builder()
            .changeDefaultPropertyInclusion(inclusion ->
                    JsonInclude.Value.construct(JsonInclude.Include.NON_NULL, JsonInclude.Include.NON_NULL))
            .disable(DateTimeFeature.ADJUST_DATES_TO_CONTEXT_TIME_ZONE)
            .build();

    private static final SchemaRegistry REGISTRY = SchemaRegistry.withDefaultDialect(
            SpecificationVersion.DRAFT_7,
            builder -> builder.schemaRegistryConfig(
                    SchemaRegistryConfig.builder().formatAssertionsEnabled(true).build()));

    private Contract() {}

    static JsonNode json(String name) {
        return JSON.readTree(text(name));
    }

    static String text(String name) {
        try (InputStream in = Contract.class.getClassLoader().getResourceAsStream(ChargesChannel.RESOURCES + name)) {
            return new String(Objects.requireNonNull(in, name).readAllBytes(), UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static List<Error> errors(String schemaName, JsonNode value) {
        Schema schema = REGISTRY.getSchema(json(schemaName));
        return schema.validate(value);
    }
}
