package org.crossface.pathway.authority;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One component of a command, as a form or the API shows it.
 *
 * @param name component of the record
 * @param element kind of the elements of a {@link FieldKind#LIST}; {@code null} for any other kind
 * @param unit such as {@code cm}; empty for a value without unit
 * @param min lowest number, or smallest length of a text or list; {@code null} for none
 * @param max highest number, or greatest length of a text or list; {@code null} for none
 * @param longestElement greatest length of each text in a list; {@code null} for any other field
 * @param step numbers are multiples of this; {@code null} for any
 * @param options of an enumeration; otherwise empty
 * @param help for the person who fills it in; {@code {lateEntryHours}} stands for a value of the policy
 * @param fields of a record, or of the records in a list; otherwise empty
 */
public record FieldSpec(
        String name,
        String label,
        FieldKind kind,
        @Nullable FieldKind element,
        String unit,
        @Nullable Double min,
        @Nullable Double max,
        @Nullable Integer longestElement,
        @Nullable Double step,
        List<Option> options,
        List<FieldSpec> fields,
        boolean required,
        String help) {

    public FieldSpec {
        options = List.copyOf(options);
        fields = List.copyOf(fields);
    }

    /**
     * One choice.
     *
     * @param value as the API takes it
     * @param label as a person reads it
     */
    public record Option(String value, String label) {}
}
