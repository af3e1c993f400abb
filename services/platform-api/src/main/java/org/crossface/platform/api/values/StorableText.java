package org.crossface.platform.api.values;

import java.text.Normalizer;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Texts: composed letters (Unicode NFC), lines that end with a line feed, no white space at either end, and no code points that a database,
 * an XML document or a terminal rejects.
 */
public final class StorableText {

    /** Greatest length of an identifier; far below the third of a page, 2,704 bytes, that a B-tree index of PostgreSQL takes as a key. */
    public static final int LONGEST_IDENTIFIER = 100;

    private static final char REPLACEMENT = '\uFFFD';

    /** Line ends of other systems, including Unicode's two separators and "next line". */
    private static final Pattern LINE_END = Pattern.compile("\r\n|[\r\u0085\u2028\u2029]");

    private static final Pattern IDENTIFIER = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._:-]{0,99}");

    private StorableText() {}

    /**
     * The text in its storable form.
     *
     * @throws UnstorableValue if it contains a control character other than tabulator and end of line, half a surrogate pair or a
     *     noncharacter
     */
    static String normalised(String path, String text) {
        String lines = withLineFeeds(text);
        if (firstUnstorable(lines) >= 0) {
            throw new UnstorableValue(
                    path, "The text contains control characters or invalid characters", "Remove them");
        }
        return composed(lines);
    }

    /**
     * Why a text that another system sends about a person is refused: it contains a character that cannot be stored, one that turns the
     * direction of the letters around it and so can make a name or a dose look like another one, or the one that stands for lost
     * characters. Empty when it has none of these. Nobody sees these characters, so nobody can have meant them.
     */
    public static Optional<String> fault(String text) {
        String lines = withLineFeeds(text);
        for (int i = 0; i < lines.length(); ) {
            int c = lines.codePointAt(i);
            if (c > '~' || c < ' ') {
                if (isDirection(c)) {
                    return Optional.of("The text contains the invisible bidirectional character " + name(c));
                }
                if (c == REPLACEMENT) {
                    return Optional.of("The text contains U+FFFD, which stands for a lost character");
                }
                if (!isStorable(c)) {
                    return Optional.of("The text contains a control character or an invalid character, " + name(c));
                }
            }
            i += Character.charCount(c);
        }
        return Optional.empty();
    }

    private static String name(int c) {
        return "U+%04X".formatted(c);
    }

    /** Unicode's property Bidi_Control. */
    private static boolean isDirection(int c) {
        return c == 0x061C
                || c == 0x200E
                || c == 0x200F
                || (c >= 0x202A && c <= 0x202E)
                || (c >= 0x2066 && c <= 0x2069);
    }

    /** As {@link #normalised}, with U+FFFD in place of each code point that cannot be stored. */
    public static String mended(String text) {
        String lines = withLineFeeds(text);
        int first = firstUnstorable(lines);
        if (first < 0) {
            return composed(lines);
        }
        StringBuilder mended = new StringBuilder(lines.length());
        lines.codePoints().forEach(c -> mended.appendCodePoint(isStorable(c) ? c : REPLACEMENT));
        return composed(mended.toString());
    }

    /**
     * An identifier, unchanged: it is compared, so it is never converted.
     *
     * @throws UnstorableValue if it is empty, longer than {@value #LONGEST_IDENTIFIER} characters or made of other characters than ASCII
     *     letters, digits, dot, underscore, colon and hyphen
     */
    static String identifier(String path, String text) {
        if (!IDENTIFIER.matcher(text).matches()) {
            throw new UnstorableValue(
                    path,
                    "The identifier is malformed",
                    "Give 1 to " + LONGEST_IDENTIFIER
                            + " letters, digits, dots, underscores, colons or hyphens, as the server gave it");
        }
        return text;
    }

    private static String withLineFeeds(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\r' || c == '\u0085' || c == '\u2028' || c == '\u2029') {
                return LINE_END.matcher(text).replaceAll("\n");
            }
        }
        return text;
    }

    private static String composed(String text) {
        String composed = Normalizer.isNormalized(text, Normalizer.Form.NFC)
                ? text
                : Normalizer.normalize(text, Normalizer.Form.NFC);
        return stripped(composed);
    }

    /** {@link String#strip} keeps the no-break spaces. */
    private static String stripped(String text) {
        int from = 0;
        int to = text.length();
        while (from < to && isSpace(text.charAt(from))) {
            from++;
        }
        while (to > from && isSpace(text.charAt(to - 1))) {
            to--;
        }
        return text.substring(from, to);
    }

    private static boolean isSpace(char c) {
        return Character.isWhitespace(c) || Character.isSpaceChar(c);
    }

    private static int firstUnstorable(String text) {
        for (int i = 0; i < text.length(); ) {
            int c = text.codePointAt(i);
            if (!isStorable(c)) {
                return i;
            }
            i += Character.charCount(c);
        }
        return -1;
    }

    /** Every character from the space to the tilde is allowed, so one comparison decides most characters. */
    private static boolean isStorable(int c) {
        if (c >= ' ' && c <= '~') {
            return true;
        }
        return switch (Character.getType(c)) {
            case Character.CONTROL -> c == '\n' || c == '\t';
            case Character.SURROGATE -> false;
            default -> (c & 0xFFFE) != 0xFFFE && (c < 0xFDD0 || c > 0xFDEF);
        };
    }
}
