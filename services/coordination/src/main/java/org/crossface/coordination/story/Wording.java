package org.crossface.coordination.story;

import java.util.Locale;

/** Turns names of types and constants into words. */
public final class Wording {

    private Wording() {}

    /** {@code StageOneCompleted} becomes {@code Stage one completed}. */
    public static String ofType(Class<?> type) {
        String words =
                type.getSimpleName().replaceAll("([a-z])([A-Z])", "$1 $2").toLowerCase(Locale.ENGLISH);
        return capital(words);
    }

    /** {@code BELL_PALSY} becomes {@code bell palsy}; codes such as {@code M12} stay. */
    public static String words(Enum<?> constant) {
        String name = constant.name();
        return name.contains("_") || name.length() > 4 ? name.replace('_', ' ').toLowerCase(Locale.ENGLISH) : name;
    }

    /** With a capital letter at its beginning. */
    public static String capital(String words) {
        return words.isEmpty() ? words : words.substring(0, 1).toUpperCase(Locale.ENGLISH) + words.substring(1);
    }

    /** {@code 14.5}, {@code 145}: without a fraction when there is none. */
    public static String number(double value) {
        return value == Math.rint(value) ? Long.toString((long) value) : Double.toString(value);
    }
}
