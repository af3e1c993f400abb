package org.crossface.web.fhir;

import ca.uhn.fhir.parser.DataFormatException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/**
 * The place in a bundle where the parser stopped, and the reason, in words for the sender. HAPI names the element but neither its entry nor its path,
 * and quotes the value, which may be a whole document about a patient; so the path is searched for in the JSON, and the reason is told without the value.
 */
final class FaultPlace {

    private static final Pattern ELEMENT =
            Pattern.compile("(?:element(?: name)?(?:=| )|property )[\"']?([A-Za-z_][A-Za-z_0-9]{0,60})");
    private static final Pattern LINE = Pattern.compile("line:? (\\d+), column:? (\\d+)");

    private FaultPlace() {}

    /** The path of the element that HAPI names, below this resource; the resource itself if the element is not found once in it. */
    static String of(DataFormatException e, JsonNode resource, String place) {
        Matcher element = ELEMENT.matcher(message(e));
        while (element.find()) {
            List<String> found = new ArrayList<>();
            collect(resource, element.group(1), place, found);
            if (found.size() == 1) {
                return found.getFirst();
            }
        }
        return place;
    }

    private static void collect(JsonNode node, String name, String path, List<String> found) {
        if (node.isArray()) {
            for (int i = 0; i < node.size(); i++) {
                collect(node.get(i), name, path + "[" + i + "]", found);
            }
        }
        for (Map.Entry<String, JsonNode> field : node.properties()) {
            String below = path + "." + field.getKey();
            if (field.getKey().equals(name)) {
                found.add(below);
            }
            collect(field.getValue(), name, below, found);
        }
    }

    /** The line and column that a message names, else the whole bundle. */
    static String inText(String message) {
        Matcher line = LINE.matcher(message);
        return line.find() ? "line " + line.group(1) + ", column " + line.group(2) : "Bundle";
    }

    static String reason(DataFormatException e) {
        String message = message(e);
        if (message.contains("Unknown element")) {
            return "FHIR R4 has no such element here";
        }
        if (message.contains("incorrect type") || message.contains("Expected")) {
            return "The element has another form in FHIR R4, such as a list or an object";
        }
        if (message.contains("value") || message.contains("code")) {
            return "The value is not one that this element can have";
        }
        return "The resource cannot be read";
    }

    private static String message(DataFormatException e) {
        return Optional.ofNullable(e.getMessage()).orElse("");
    }
}
