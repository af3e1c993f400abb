package org.crossface.web.documents;

/**
 * Checks text for control characters other than tab and line ends, and for unpaired surrogates. PostgreSQL cannot store NUL, and the other control
 * characters are unreadable.
 */
public final class PlainText {

    private PlainText() {}

    /** Whether the text has no such character. */
    public static boolean isPlain(CharSequence text) {
        for (int i = 0; i < text.length(); i++) {
            char each = text.charAt(i);
            if (each < ' ' && each != '\t' && each != '\n' && each != '\r') {
                return false;
            }
            if (Character.isSurrogate(each)) {
                if (Character.isLowSurrogate(each)
                        || i + 1 == text.length()
                        || !Character.isLowSurrogate(text.charAt(i + 1))) {
                    return false;
                }
                i++;
            }
        }
        return true;
    }
}
