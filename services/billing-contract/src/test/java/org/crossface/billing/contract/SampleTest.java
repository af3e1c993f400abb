package org.crossface.billing.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The golden samples fit the schemas, and the records say exactly what the schemas say. */
class SampleTest {

    @ParameterizedTest
    @ValueSource(
            strings = {"charge-released-stage-one.json", "charge-released-every-field.json", "charge-reversed.json"})
    void aSampleIsValidAndSurvivesTheRecord(String name) {
        JsonNode sample = Contract.json("samples/" + name);
        String schema = schemaOf(name);
        assertThat(Contract.errors(schema, sample)).isEmpty();
        ChargeMessage message = Contract.JSON.treeToValue(sample, recordOf(schema));
        assertThat(Contract.JSON.writerWithDefaultPrettyPrinter().writeValueAsString(message))
                .isEqualTo(sample.toPrettyString());
        assertThat(message.schema()).isEqualTo(schema);
        assertThat(Contract.json(schema).get("$id").asString()).isEqualTo(ChargesChannel.SCHEMA_BASE + schema);
    }

    @Test
    void oneSampleFillsEveryProperty() {
        assertThat(names(Contract.json("samples/charge-released-every-field.json")))
                .isEqualTo(names(
                        Contract.json(ChargesChannel.CHARGE_RELEASED_SCHEMA).get("properties")));
    }

    @Test
    void aReferenceIsWhatTheSchemaSays() {
        JsonNode number = Contract.json(ChargesChannel.CHARGE_RELEASED_SCHEMA).at("/properties/authorizationNumber");
        assertThat(ChargesChannel.REFERENCE).isEqualTo(number.get("pattern").asString());
        assertThat(ChargesChannel.REFERENCE_LENGTH)
                .isEqualTo(number.get("maxLength").asInt());
        assertThat(ChargesChannel.isReference("AUTH-1")).isTrue();
        assertThat(ChargesChannel.isReference("call Ms. B")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {ChargesChannel.CHARGE_RELEASED_SCHEMA, ChargesChannel.CHARGE_REVERSED_SCHEMA})
    void aRecordHasTheComponentsOfItsSchemaInTheirOrder(String schema) {
        List<String> components = Stream.of(recordOf(schema).getRecordComponents())
                .map(java.lang.reflect.RecordComponent::getName)
                .toList();
        assertThat(components).isEqualTo(names(Contract.json(schema).get("properties")));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource
    void aBadSampleIsRefused(String fault, Consumer<ObjectNode> edit) {
        ObjectNode sample = (ObjectNode) Contract.json("samples/charge-released-every-field.json");
        edit.accept(sample);
        assertThat(Contract.errors(ChargesChannel.CHARGE_RELEASED_SCHEMA, sample))
                .as(fault)
                .hasSize(1);
    }

    static Stream<Arguments> aBadSampleIsRefused() {
        return Stream.of(
                fault("no charge id", s -> s.remove("chargeId")),
                fault("quantity 0", s -> s.put("quantity", 0)),
                fault("a stage three", s -> s.put("stage", 3)),
                fault("a day that does not exist", s -> s.put("serviceDate", "2025-02-30")),
                fault("a time without offset", s -> s.put("startedAt", "2025-01-14T08:00:00")),
                fault("a side of the leg", s -> s.put("laterality", "BOTH")),
                fault("nine digits", s -> s.put("performingProviderNpi", "123456789")),
                fault("free text as a reference", s -> s.put("documentationRef", "signed by the surgeon")));
    }

    private static Arguments fault(String name, Consumer<ObjectNode> edit) {
        return Arguments.of(name, edit);
    }

    private static Class<? extends ChargeMessage> recordOf(String schema) {
        return schema.equals(ChargesChannel.CHARGE_RELEASED_SCHEMA) ? ReleasedCharge.class : ReversedCharge.class;
    }

    private static String schemaOf(String sample) {
        return sample.startsWith("charge-released")
                ? ChargesChannel.CHARGE_RELEASED_SCHEMA
                : ChargesChannel.CHARGE_REVERSED_SCHEMA;
    }

    private static List<String> names(JsonNode object) {
        return new ArrayList<>(object.propertyNames());
    }
}
