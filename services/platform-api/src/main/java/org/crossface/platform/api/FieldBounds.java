package org.crossface.platform.api;

import org.crossface.platform.api.values.StorableRecords;
import org.crossface.platform.api.values.StorableText;

/**
 * Bounds for the length of a text and the number of entries of a list: those of the {@link FormField}, else the defaults. Rules, forms and
 * the description of the API use this class, so that they agree.
 */
public final class FieldBounds {

    /** Longest text of one line, characters (Unicode code points). */
    public static final int LINE = 200;

    /** Longest text of several lines, characters (Unicode code points). */
    public static final int LINES = 2_000;

    /** Most entries of a list. */
    public static final int ENTRIES = 100;

    private FieldBounds() {}

    /** Longest text of a component of this name, or of the texts in a list of this name. */
    public static int longest(String name, FormField field) {
        if (StorableRecords.identifies(name)) {
            return StorableText.LONGEST_IDENTIFIER;
        }
        return field.multiline() ? LINES : LINE;
    }

    /** Most characters that a text may have. */
    public static double ofText(String name, FormField field) {
        return Double.isFinite(field.max()) ? field.max() : longest(name, field);
    }

    /** Most entries that a list may have. */
    public static double ofList(FormField field) {
        return Double.isFinite(field.max()) ? field.max() : ENTRIES;
    }
}
