package org.crossface.web.documents;

import java.math.BigDecimal;
import java.math.BigInteger;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * A number as written in JSON. Its length and exponent are checked in the text before conversion: {@code 1e100000000} has ten characters, but a
 * hundred million digits as an integer.
 */
final class WrittenNumber {

    private static final int LONG_DIGITS = 18;

    private WrittenNumber() {}

    /** The reason to refuse the number; empty when there is none. */
    static String fault(String text, DocumentLimits limits) {
        if (text.length() > limits.digits()) {
            return "The number has more than " + limits.digits() + " characters";
        }
        int e = Math.max(text.indexOf('e'), text.indexOf('E'));
        if (e >= 0 && !isWithin(text.substring(e + 1), limits.exponent())) {
            return "The number has a power of ten beyond " + limits.exponent();
        }
        return "";
    }

    private static boolean isWithin(String power, int most) {
        int value = 0;
        for (int i = 0; i < power.length(); i++) {
            char each = power.charAt(i);
            if (each == '+' || each == '-') {
                continue;
            }
            value = value * 10 + (each - '0');
            if (value > most) {
                return false;
            }
        }
        return true;
    }

    /** The exact number; only for a text without a fault. */
    static JsonNode node(String text, boolean integral, JsonNodeFactory nodes) {
        if (!integral) {
            return nodes.numberNode(new BigDecimal(text));
        }
        if (text.length() > LONG_DIGITS) {
            return nodes.numberNode(new BigInteger(text));
        }
        long value = Long.parseLong(text);
        return value == (int) value ? nodes.numberNode((int) value) : nodes.numberNode(value);
    }
}
