package org.crossface.billing.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Every schema still serves the consumers of every released version of it. */
class CompatibilityTest {

    @ParameterizedTest
    @MethodSource
    void aSchemaServesTheConsumersOfEveryRelease(String release, String schema) {
        assertThat(SchemaCompatibility.breaksBetween(
                        Contract.json("released/" + release + "/" + schema), Contract.json(schema)))
                .isEmpty();
    }

    static Stream<Arguments> aSchemaServesTheConsumersOfEveryRelease() {
        return Contract.RELEASES.stream()
                .flatMap(release -> Contract.SCHEMAS.stream().map(schema -> Arguments.of(release, schema)));
    }

    @Test
    void aNewOptionalPropertyIsAllowed() {
        assertThat(breaksAfter(
                        schema -> properties(schema).putObject("caseWorker").put("type", "string")))
                .isEmpty();
        assertThat(breaksAfter(schema -> schema.put("description", "Other words")))
                .isEmpty();
    }

    @Test
    void aNewPropertyWithAKeywordOutsideTheProfileIsRefused() {
        assertThat(breaksAfter(
                        schema -> properties(schema).putObject("caseWorker").putArray("oneOf")))
                .containsExactly("/caseWorker: keyword oneOf is outside the profile");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource
    void everyOtherChangeIsRefused(String change, Consumer<ObjectNode> edit, List<String> expected) {
        assertThat(breaksAfter(edit)).as(change).isEqualTo(expected);
    }

    static Stream<Arguments> everyOtherChangeIsRefused() {
        return Stream.of(
                change("a property removed", s -> properties(s).remove("payerRef"), "/payerRef: removed"),
                change("a type changed", s -> property(s, "quantity").put("type", "string"), "/quantity: type changed"),
                change(
                        "a property no longer required",
                        s -> ((ArrayNode) s.get("required")).remove(0),
                        ": required changed"),
                change(
                        "an optional property now required",
                        s -> ((ArrayNode) s.get("required")).add("payerRef"),
                        ": required changed"),
                change(
                        "a new value of an enumeration",
                        s -> ((ArrayNode) property(s, "relation").get("enum")).add("OTHER"),
                        "/relation: enum changed"),
                change(
                        "a looser pattern",
                        s -> property(s, "placeOfService").put("pattern", ".*"),
                        "/placeOfService: pattern changed"),
                change(
                        "a limit taken away",
                        s -> property(s, "minutes").remove("maximum"),
                        "/minutes: maximum changed"),
                change(
                        "a closed content model",
                        s -> s.put("additionalProperties", false),
                        ": keyword additionalProperties is outside the profile",
                        ": additionalProperties changed"),
                change(
                        "a change inside an array",
                        s -> ((ObjectNode) property(s, "diagnosisFacts")
                                        .get("items")
                                        .get("properties"))
                                .remove("side"),
                        "/diagnosisFacts[]/side: removed"));
    }

    private static Arguments change(String name, Consumer<ObjectNode> edit, String... expected) {
        return Arguments.of(name, edit, List.of(expected));
    }

    private static List<String> breaksAfter(Consumer<ObjectNode> edit) {
        JsonNode released = Contract.json("released/1/" + ChargesChannel.CHARGE_RELEASED_SCHEMA);
        ObjectNode edited = (ObjectNode) released.deepCopy();
        edit.accept(edited);
        return SchemaCompatibility.breaksBetween(released, edited);
    }

    private static ObjectNode properties(ObjectNode schema) {
        return (ObjectNode) schema.get("properties");
    }

    private static ObjectNode property(ObjectNode schema, String name) {
        return (ObjectNode) properties(schema).get(name);
    }
}
