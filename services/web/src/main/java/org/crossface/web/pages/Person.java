package org.crossface.web.pages;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * The user's name and role for the page header.
 *
 * @param role display name of the role
 */
public record Person(String name, String role) {

    /** At most two letters, such as {@code RK}. */
    public String initials() {
        return Initials.of(name);
    }

    /** Initials of a name. */
    static final class Initials {

        private static final int MOST = 2;

        private Initials() {}

        static String of(String name) {
            return Arrays.stream(name.strip().split("[\\s,]+", -1))
                    .filter(word -> !word.isEmpty())
                    .limit(MOST)
                    .map(word ->
                            word.substring(0, word.offsetByCodePoints(0, 1)).toUpperCase(Locale.ROOT))
                    .collect(Collectors.joining());
        }
    }
}
