package org.crossface.server.sites;

import java.math.BigDecimal;
import java.util.List;
import org.crossface.pathway.authority.FieldKind;
import org.crossface.pathway.authority.FieldSpec;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Makes a command's sample keep to the ranges that its fields declare, so that it is judged by what it says. */
final class Fitting {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private Fitting() {}

    /** Changes what lies outside. */
    static void fit(ObjectNode object, List<FieldSpec> fields) {
        for (FieldSpec field : fields) {
            JsonNode value = object.path(field.name());
            if (!value.isMissingNode() && !value.isNull()) {
                object.set(field.name(), fitted(field, field.kind(), value));
            }
        }
    }

    private static JsonNode fitted(FieldSpec field, FieldKind kind, JsonNode value) {
        return switch (kind) {
            case NUMBER, INTEGER -> number(field, kind, value);
            case TEXT, MULTILINE -> JSON.stringNode(text(field, value.asString()));
            case LIST, MULTI_ENUM -> list(field, value);
            case RECORD -> {
                if (value instanceof ObjectNode inner) {
                    fit(inner, field.fields());
                }
                yield value;
            }
            default -> value;
        };
    }

    private static JsonNode number(FieldSpec field, FieldKind kind, JsonNode value) {
        double low = orElse(field.min(), Double.NEGATIVE_INFINITY);
        double high = orElse(field.max(), Double.POSITIVE_INFINITY);
        BigDecimal number = BigDecimal.valueOf(Math.clamp(value.asDouble(), low, high));
        double step = orElse(field.step(), kind == FieldKind.INTEGER ? 1 : 0);
        if (step > 0) {
            BigDecimal steps = number.divideToIntegralValue(BigDecimal.valueOf(step));
            number = steps.multiply(BigDecimal.valueOf(step));
            number = number.doubleValue() < low ? number.add(BigDecimal.valueOf(step)) : number;
        }
        return kind == FieldKind.INTEGER ? JSON.numberNode(number.intValue()) : JSON.numberNode(number);
    }

    private static String text(FieldSpec field, String text) {
        int shortest = (int) orElse(field.min(), 0);
        int longest = (int) Math.min(orElse(field.max(), Integer.MAX_VALUE), Integer.MAX_VALUE);
        String longer = text.length() < shortest ? text + "0".repeat(shortest - text.length()) : text;
        return longer.substring(0, Math.min(longer.length(), longest));
    }

    private static JsonNode list(FieldSpec field, JsonNode value) {
        if (!(value instanceof ArrayNode array) || array.isEmpty()) {
            return value;
        }
        FieldKind element = field.element();
        if (element == FieldKind.RECORD) {
            array.forEach(each -> {
                if (each instanceof ObjectNode inner) {
                    fit(inner, field.fields());
                }
            });
        }
        int fewest = (int) orElse(field.min(), 0);
        while (array.size() < fewest) {
            array.add(array.get(0).deepCopy());
        }
        return array;
    }

    private static double orElse(@Nullable Double given, double otherwise) {
        return given == null ? otherwise : given;
    }
}
