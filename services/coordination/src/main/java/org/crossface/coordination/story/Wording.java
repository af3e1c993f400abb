package org.crossface.coordination.story;

import java.util.Locale;
import java.util.Set;

/** Turns names of types and constants into words. */
public final class Wording {

    private static final Set<String> SHORT_WORDS = Set.of("YES", "NO", "NONE");

    /** Cached, since every event needs it. */
    private static final ClassValue<String> OF_TYPES = new ClassValue<>() {
        @Override
        protected String computeValue(Class<?> type) {
            return capital(
                    type.getSimpleName().replaceAll("([a-z])([A-Z])", "$1 $2").toLowerCase(Locale.ENGLISH));
        }
    };

    private Wording() {}

    /** {@code StageOneCompleted} becomes {@code Stage one completed}. */
    public static String ofType(Class<?> type) {
        return OF_TYPES.get(type);
    }

    /** {@code BELL_PALSY} becomes {@code bell palsy}; codes such as {@code M12} stay. */
    public static String words(Enum<?> constant) {
        String name = constant.name();
        boolean word = name.contains("_") || name.length() > 4 || SHORT_WORDS.contains(name);
        return word ? name.replace('_', ' ').toLowerCase(Locale.ENGLISH) : name;
    }

    /** The words with a capital first letter. */
    public static String capital(String words) {
        return words.isEmpty() ? words : words.substring(0, 1).toUpperCase(Locale.ENGLISH) + words.substring(1);
    }

    /** {@code 14.5}, {@code 145}: without a fraction when there is none. */
    public static String number(double value) {
        return value == Math.rint(value) ? Long.toString((long) value) : Double.toString(value);
    }
}
