package org.crossface.billing.contract;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;

/**
 * Compares a schema with a released one. The only change allowed is a new optional property; a keyword outside a small profile is refused,
 * because its effect on compatibility would have to be judged case by case.
 */
final class SchemaCompatibility {

    private static final Set<String> PROFILE = Set.of(
            "$schema",
            "$id",
            "title",
            "description",
            "type",
            "properties",
            "required",
            "items",
            "enum",
            "pattern",
            "format",
            "minLength",
            "maxLength",
            "minimum",
            "maximum",
            "minItems",
            "maxItems");
    private static final Set<String> WORDS_FOR_PEOPLE = Set.of("title", "description");

    private final List<String> breaks = new ArrayList<>();

    private SchemaCompatibility() {}

    /** What would break a consumer; empty when the schema may take the place of the released one. */
    static List<String> breaksBetween(JsonNode released, JsonNode current) {
        var comparison = new SchemaCompatibility();
        comparison.profile("", current);
        comparison.compare("", released, current);
        return List.copyOf(comparison.breaks);
    }

    private void profile(String at, JsonNode schema) {
        for (String keyword : schema.propertyNames()) {
            if (!PROFILE.contains(keyword)) {
                breaks.add(at + ": keyword " + keyword + " is outside the profile");
            }
        }
        schema.path("properties").forEachEntry((name, property) -> profile(at + "/" + name, property));
        if (schema.has("items")) {
            profile(at + "[]", schema.get("items"));
        }
    }

    private void compare(String at, JsonNode released, JsonNode current) {
        var keywords = new TreeSet<String>(released.propertyNames());
        keywords.addAll(current.propertyNames());
        keywords.removeAll(WORDS_FOR_PEOPLE);
        for (String keyword : keywords) {
            switch (keyword) {
                case "properties" -> compareProperties(at, released.path(keyword), current);
                case "required" -> compareRequired(at, released.path(keyword), current.path(keyword));
                case "items" -> compare(at + "[]", released.path(keyword), current.path(keyword));
                default -> {
                    if (!released.path(keyword).equals(current.path(keyword))) {
                        breaks.add(at + ": " + keyword + " changed");
                    }
                }
            }
        }
    }

    private void compareProperties(String at, JsonNode released, JsonNode current) {
        for (String name : released.propertyNames()) {
            if (current.path("properties").has(name)) {
                compare(
                        at + "/" + name,
                        released.get(name),
                        current.path("properties").get(name));
            } else {
                breaks.add(at + "/" + name + ": removed");
            }
        }
    }

    private void compareRequired(String at, JsonNode released, JsonNode current) {
        if (!names(released).equals(names(current))) {
            breaks.add(at + ": required changed");
        }
    }

    private static Set<String> names(JsonNode required) {
        var names = new TreeSet<String>();
        required.forEach(name -> names.add(name.asString()));
        return names;
    }
}
