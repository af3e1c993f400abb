package org.crossface.platform.api;

import java.math.BigDecimal;
import org.crossface.platform.api.decision.Verdict;

/**
 * The values that a field takes, read off its {@link FormField}: range and step of a number, length of a text, entries of a list. The rule
 * FIELD-RANGE, the reader of requests, the forms and the description of the API all ask this one object, each for values of its own kind.
 *
 * @param label of the field, for sentences
 * @param unit of a number; empty for a value without unit
 * @param least lowest number, or smallest length of a text or list
 * @param most highest number, or greatest length of a text or list
 * @param step numbers are multiples of this; 0 for any
 * @param longestEntry greatest length of each text in a list
 */
public record FieldRange(String label, String unit, double least, double most, double step, int longestEntry) {

    private static final String CHARACTERS = "characters";
    private static final String ENTRIES = "entries";

    /** Of a field that takes every value of its type. */
    public static FieldRange any(String label) {
        return new FieldRange(label, "", Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY, 0, FieldBounds.LINE);
    }

    /** Of a number, or of a value without order, such as a date. */
    public static FieldRange ofNumber(FormField field) {
        return of(field, field.max(), FieldBounds.LINE);
    }

    /** Of the text in a component of this name. */
    public static FieldRange ofText(String name, FormField field) {
        return of(field, FieldBounds.ofText(name, field), FieldBounds.LINE);
    }

    /** Of the list in a component of this name. */
    public static FieldRange ofList(String name, FormField field) {
        return of(field, FieldBounds.ofList(field), FieldBounds.longest(name, field));
    }

    private static FieldRange of(FormField field, double most, int longestEntry) {
        return new FieldRange(field.label(), field.unit(), field.min(), most, field.step(), longestEntry);
    }

    /** What this range has against a number. */
    public Verdict number(String path, double number) {
        boolean inside = Double.isFinite(number) && number >= least && number <= most;
        return inside && isOnStep(number)
                ? Verdict.ALLOWED
                : Verdict.refused(
                        path,
                        label + " is " + plain(number) + suffix(unit),
                        "Give " + range(least, most, unit) + (step == 0 ? "" : " in steps of " + plain(step)));
    }

    private boolean isOnStep(double number) {
        return step == 0
                || BigDecimal.valueOf(number)
                                .remainder(BigDecimal.valueOf(step))
                                .signum()
                        == 0;
    }

    /** What this range has against a text. */
    public Verdict text(String path, String text) {
        return size(path, least, length(text), most, CHARACTERS);
    }

    /** What this range has against a list of so many entries. */
    public Verdict entries(String path, int count) {
        return size(path, least, count, most, ENTRIES);
    }

    /** What this range has against one text of a list. */
    public Verdict entry(String path, String text) {
        return size(path, 0, length(text), longestEntry, CHARACTERS);
    }

    private Verdict size(String path, double fewest, int size, double greatest, String what) {
        return size >= fewest && size <= greatest
                ? Verdict.ALLOWED
                : Verdict.refused(path, label + " has " + size + " " + what, "Give " + range(fewest, greatest, what));
    }

    /** In characters as people count them, as JSON Schema does: those beyond the basic plane are one. */
    private static int length(String text) {
        String stripped = text.strip();
        return stripped.codePointCount(0, stripped.length());
    }

    private static String range(double least, double most, String unit) {
        if (Double.isInfinite(least)) {
            return "at most " + plain(most) + suffix(unit);
        }
        if (Double.isInfinite(most)) {
            return "at least " + plain(least) + suffix(unit);
        }
        return plain(least) + " to " + plain(most) + suffix(unit);
    }

    private static String suffix(String unit) {
        return unit.isEmpty() ? "" : " " + unit;
    }

    private static String plain(double number) {
        return Double.isFinite(number)
                ? BigDecimal.valueOf(number).stripTrailingZeros().toPlainString()
                : "not a number";
    }
}
