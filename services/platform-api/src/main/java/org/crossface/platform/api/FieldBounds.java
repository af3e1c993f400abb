package org.crossface.platform.api;

import org.crossface.platform.api.values.StorableRecords;
import org.crossface.platform.api.values.StorableText;

/**
 * How long a text and how many the entries of a list may be: as the {@link FormField} says, else as it is usual. Rules, forms and the
 * description of the API ask here, so that they say the same.
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
