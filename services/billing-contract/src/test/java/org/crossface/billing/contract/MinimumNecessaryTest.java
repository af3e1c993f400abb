package org.crossface.billing.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Billing receives the minimum that it needs: no name, photo, goal, score, complication narrative or examination result. */
class MinimumNecessaryTest {

    private static final List<String> EXCLUDED_WORDS = List.of(
            "name",
            "birth",
            "address",
            "phone",
            "mail",
            "mrn",
            "photo",
            "media",
            "goal",
            "score",
            "narrative",
            "note",
            "comment",
            "complication",
            "tinel",
            "sunnybrook",
            "escort",
            "witness");
    private static final Set<String> SHAPES = Set.of("enum", "pattern", "format");

    @ParameterizedTest
    @ValueSource(strings = {ChargesChannel.CHARGE_RELEASED_SCHEMA, ChargesChannel.CHARGE_REVERSED_SCHEMA})
    void noPropertyHoldsWhatIsExcludedAndNoTextIsFree(String schema) {
        assertThat(excessOf(Contract.json(schema))).isEmpty();
    }

    @Test
    void aFreeTextIsFound() {
        ObjectNode schema = (ObjectNode) Contract.json(ChargesChannel.CHARGE_REVERSED_SCHEMA);
        ((ObjectNode) schema.get("properties")).putObject("detail").put("type", "string");
        assertThat(excessOf(schema)).containsExactly("detail is free text");
    }

    @Test
    void aNameInsideAnArrayIsFound() {
        ObjectNode schema = (ObjectNode) Contract.json(ChargesChannel.CHARGE_RELEASED_SCHEMA);
        ((ObjectNode) schema.get("properties")
                        .get("diagnosisFacts")
                        .get("items")
                        .get("properties"))
                .putObject("examinerName")
                .put("type", "string")
                .put("pattern", "^[A-Z]+$");
        assertThat(excessOf(schema)).containsExactly("examinerName is excluded");
    }

    private static Set<String> excessOf(JsonNode schema) {
        var excess = new TreeSet<String>();
        visit(schema, (name, property) -> {
            String lower = name.toLowerCase(java.util.Locale.ROOT);
            if (EXCLUDED_WORDS.stream().anyMatch(lower::contains)) {
                excess.add(name + " is excluded");
            }
            boolean text = property.path("type").asString("").equals("string");
            if (text && SHAPES.stream().noneMatch(property::has)) {
                excess.add(name + " is free text");
            }
        });
        return excess;
    }

    private static void visit(JsonNode schema, BiConsumer<String, JsonNode> visitor) {
        schema.path("properties").forEachEntry((name, property) -> {
            visitor.accept(name, property);
            visit(property, visitor);
            if (property.has("items")) {
                visitor.accept(name, property.get("items"));
                visit(property.get("items"), visitor);
            }
        });
    }
}
