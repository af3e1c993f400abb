package org.crossface.web.fhir;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A repeated element of which no repetition has a value, only extensions, may be written as {@code "_given": [...]} alone (FHIR R4, 2.6.2.3). HAPI reads it
 * only beside a list of nulls.
 */
final class AbsentValues {

    private AbsentValues() {}

    /** Adds the missing lists of nulls; whether there was one to add. */
    static boolean complete(JsonNode node) {
        boolean changed = false;
        for (JsonNode below : node) {
            changed |= complete(below);
        }
        if (node instanceof ObjectNode object) {
            List<Map.Entry<String, JsonNode>> alone = new ArrayList<>();
            for (Map.Entry<String, JsonNode> field : object.properties()) {
                if (field.getKey().startsWith("_")
                        && field.getValue().isArray()
                        && !object.has(field.getKey().substring(1))) {
                    alone.add(field);
                }
            }
            for (Map.Entry<String, JsonNode> field : alone) {
                ArrayNode nulls = object.putArray(field.getKey().substring(1));
                field.getValue().forEach(each -> nulls.addNull());
                changed = true;
            }
        }
        return changed;
    }
}
