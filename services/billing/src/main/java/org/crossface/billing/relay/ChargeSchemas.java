package org.crossface.billing.relay;

import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.crossface.billing.contract.ChargeMessage;
import org.crossface.billing.contract.ChargesChannel;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * The contract's schemas, closed: consumers ignore properties that they do not know, but no property outside the contract may be published.
 */
final class ChargeSchemas {

    private final Map<String, Schema> schemas = Stream.of(
                    ChargesChannel.CHARGE_RELEASED_SCHEMA, ChargesChannel.CHARGE_REVERSED_SCHEMA)
            .collect(Collectors.toUnmodifiableMap(Function.identity(), ChargeSchemas::load));

    private static Schema load(String name) {
        SchemaRegistry registry = SchemaRegistry.withDefaultDialect(
                SpecificationVersion.DRAFT_7,
                builder -> builder.schemaRegistryConfig(SchemaRegistryConfig.builder()
                        .formatAssertionsEnabled(true)
                        .build()));
        try (InputStream in =
                ChargeMessage.class.getClassLoader().getResourceAsStream(ChargesChannel.RESOURCES + name)) {
            JsonNode schema = JsonMapper.builder().build().readTree(Objects.requireNonNull(in, name));
            close(schema);
            return registry.getSchema(schema);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void close(JsonNode schema) {
        if (schema instanceof ObjectNode object && object.has("properties")) {
            object.put("additionalProperties", false);
        }
        schema.forEach(ChargeSchemas::close);
    }

    /** @throws UnpublishableCharge if the message does not fit; it names properties and rules, not values */
    void require(ChargeMessage message, JsonNode json) {
        String faults = Objects.requireNonNull(schemas.get(message.schema())).validate(json).stream()
                .map(ChargeSchemas::place)
                .distinct()
                .sorted()
                .collect(Collectors.joining(", "));
        if (!faults.isEmpty()) {
            throw new UnpublishableCharge("Does not fit " + message.schema() + ": " + faults);
        }
    }

    private static String place(Error error) {
        String property = error.getProperty() == null ? "" : " " + error.getProperty();
        return error.getInstanceLocation() + " " + error.getKeyword() + property;
    }
}
