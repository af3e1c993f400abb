package org.crossface.web.pages.patient;

import java.util.List;
import org.crossface.pathway.authority.FieldSpec;
import org.crossface.pathway.authority.FieldSpec.Option;
import org.jspecify.annotations.Nullable;

/**
 * One control of a form.
 *
 * @param path name of the parameter, such as {@code sites[0].side}
 * @param values what it holds
 * @param options to choose from; empty for a control without choices
 * @param parts of a group, of a row of numbers, or the rows of a list
 * @param error what is wrong with it; {@code null} when nothing is
 */
record FormInput(
        FieldSpec spec,
        Control control,
        String path,
        String label,
        List<String> values,
        List<Option> options,
        List<FormInput> parts,
        String help,
        @Nullable String error) {

    /** How a field is drawn. */
    enum Control {
        HIDDEN,
        TEXT,
        MULTILINE,
        NUMBER,
        DATE,
        DATETIME,
        YES_NO,
        RADIO,
        SELECT,
        CHECKS,
        /** Several numbers side by side. */
        NUMBERS,
        /** A group under one legend. */
        GROUP,
        /** Repeated parts with a button for one more. */
        ROWS
    }

    /** The path as an identifier of the page. */
    public String getId() {
        return "f-" + path.replaceAll("[^A-Za-z0-9]", "-");
    }

    /** The value of a control that holds one. */
    public String getValue() {
        return values.isEmpty() ? "" : values.getFirst();
    }

    public boolean holds(String option) {
        return values.contains(option);
    }

    public boolean required() {
        return spec.required();
    }

    /** Identifiers of the texts that explain the control, for {@code aria-describedby}; {@code null} for none. */
    public @Nullable String getDescribedBy() {
        String ids = (help.isEmpty() ? "" : getId() + "-help") + (error == null ? "" : " " + getId() + "-error");
        return ids.isBlank() ? null : ids.strip();
    }

    /** Least number; {@code null} for none, as of a text, whose limits are lengths. */
    public @Nullable String getMin() {
        return written(spec.min());
    }

    public @Nullable String getMax() {
        return written(spec.max());
    }

    /** Step of a number. */
    public String getStep() {
        String step = written(spec.step());
        return step == null ? "any" : step;
    }

    /** A limit as an attribute of HTML takes it; {@code null} for none. */
    static @Nullable String written(@Nullable Double number) {
        return number == null
                ? null
                : number == Math.rint(number) ? Long.toString(number.longValue()) : number.toString();
    }
}
