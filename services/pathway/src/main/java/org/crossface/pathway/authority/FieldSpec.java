package org.crossface.pathway.authority;

import java.util.List;
import org.crossface.pathway.evaluation.Scale;
import org.crossface.pathway.vocabulary.Referent;
import org.crossface.platform.api.FieldRange;
import org.jspecify.annotations.Nullable;

/**
 * One component of a command, as a form or the API shows it.
 *
 * @param name component of the record
 * @param element kind of the elements of a {@link FieldKind#LIST}; {@code null} for any other kind
 * @param range what its values may be, and what people call it
 * @param options of an enumeration; otherwise empty
 * @param help for the person who fills it in; {@code {lateEntryHours}} stands for a value of the policy
 * @param refersTo what it names; {@code null} for a value that is entered
 * @param items of a list that has one number for each; otherwise empty
 * @param fields of a record, or of the records in a list; otherwise empty
 */
public record FieldSpec(
        String name,
        FieldKind kind,
        @Nullable FieldKind element,
        FieldRange range,
        List<Option> options,
        @Nullable Referent refersTo,
        List<Scale.Item> items,
        List<FieldSpec> fields,
        boolean required,
        String help) {

    public FieldSpec {
        options = List.copyOf(options);
        items = List.copyOf(items);
        fields = List.copyOf(fields);
    }

    /** What people call it. */
    public String label() {
        return range.label();
    }

    /** Such as {@code cm}; empty for a value without unit. */
    public String unit() {
        return range.unit();
    }

    /** Lowest number, or smallest length of a text or list; {@code null} for none. */
    public @Nullable Double min() {
        return finite(range.least());
    }

    /** Highest number, or greatest length of a text or list; {@code null} for none. */
    public @Nullable Double max() {
        return finite(range.most());
    }

    /** Greatest length of each text in a list; {@code null} for any other field. */
    public @Nullable Integer longestElement() {
        return element == FieldKind.TEXT || element == FieldKind.MULTILINE ? range.longestEntry() : null;
    }

    /** Numbers are multiples of this; {@code null} for any. */
    public @Nullable Double step() {
        return range.step() == 0 ? null : range.step();
    }

    private static @Nullable Double finite(double number) {
        return Double.isFinite(number) ? number : null;
    }

    /**
     * One choice.
     *
     * @param value as the API takes it
     * @param label as a person reads it
     * @param group the heading under which it stands; empty for none
     */
    public record Option(String value, String label, String group) {

        /** A choice without a heading. */
        public Option(String value, String label) {
            this(value, label, "");
        }
    }

    /** Whether its choices stand under headings, so that a form asks for an answer also when none of them holds. */
    public boolean isGrouped() {
        return options.stream().anyMatch(option -> !option.group().isEmpty());
    }
}
