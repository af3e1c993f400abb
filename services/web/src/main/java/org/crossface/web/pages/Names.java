package org.crossface.web.pages;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** How people are named on a page: in full, or by initials on a wall display. */
public enum Names {
    FULL,
    INITIALS;

    /** The choice in the query parameter; full names without one. */
    public static Names of(@Nullable String parameter) {
        return "initials".equals(parameter) ? INITIALS : FULL;
    }

    /** {@code Larsen, Ida} or {@code L. I.} */
    public String of(@Nullable String family, @Nullable String given, boolean erased) {
        if (erased) {
            return "Erased";
        }
        if (family == null && given == null) {
            return this == FULL ? "Name not known" : "–";
        }
        String first = family == null ? "" : family;
        String second = given == null ? "" : given;
        if (this == INITIALS) {
            return (initial(first) + " " + initial(second)).strip();
        }
        return first.isEmpty() || second.isEmpty() ? first + second : first + ", " + second;
    }

    /** As {@link #of}, with the first of several given names only. */
    public String ofFirst(@Nullable String family, @Nullable String given, boolean erased) {
        return of(family, given == null ? null : given.strip().split("\\s+", 2)[0], erased);
    }

    /** The family name alone, for short lists. */
    public String brief(@Nullable String family, @Nullable String given, boolean erased, String number) {
        if (erased || (family == null && given == null)) {
            return number;
        }
        return this == INITIALS || family == null ? of(family, given, false) : family;
    }

    private static String initial(String name) {
        return name.isEmpty()
                ? ""
                : name.substring(0, name.offsetByCodePoints(0, 1)).toUpperCase(Locale.ROOT) + ".";
    }
}
