package org.crossface.web.fhir;

import java.util.Optional;
import java.util.regex.Pattern;
import org.crossface.platform.api.values.StorableText;
import org.jspecify.annotations.Nullable;

/** Takes texts out of a bundle: one that cannot be stored refuses the bundle, one of white space only is absent. */
final class BundleText {

    private static final Pattern SPACES = Pattern.compile("\\s+");

    private BundleText() {}

    /** A text of one line: what separates its words becomes one space. */
    static Optional<String> line(@Nullable String text, String place) {
        return lines(text, place)
                .map(whole -> SPACES.matcher(whole).replaceAll(" ").strip());
    }

    /**
     * A text.
     *
     * @throws BundleRefused if it has a character that is not kept
     */
    static Optional<String> lines(@Nullable String text, String place) {
        if (text == null) {
            return Optional.empty();
        }
        StorableText.fault(text).ifPresent(fault -> {
            throw BundleRefused.unreadable(place, fault, "Remove it");
        });
        return text.isBlank() ? Optional.empty() : Optional.of(text.strip());
    }

    /** The beginning of a text that a message quotes: less than a line. */
    static String quoted(String text) {
        String line = SPACES.matcher(text).replaceAll(" ").strip();
        int most = 80;
        return line.codePointCount(0, line.length()) <= most
                ? line
                : line.substring(0, line.offsetByCodePoints(0, most)) + "...";
    }
}
