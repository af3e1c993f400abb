package org.crossface.web.documents;

/**
 * Which texts are text: no control characters but tab and line ends, since PostgreSQL holds no NUL and nobody can read the others, and no
 * half of a surrogate pair, which is no character.
 */
public final class PlainText {

    private PlainText() {}

    /** Whether the text is text. */
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
