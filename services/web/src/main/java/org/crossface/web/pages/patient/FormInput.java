package org.crossface.web.pages.patient;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.crossface.pathway.authority.FieldSpec;
import org.crossface.pathway.authority.FieldSpec.Option;
import org.jspecify.annotations.Nullable;

/**
 * One control of a form.
 *
 * @param path name of the form parameter, such as {@code sites[0].side}
 * @param values current values
 * @param options the options of a choice; otherwise empty
 * @param parts the controls of a group or of a row of numbers, or the rows of a list
 * @param error error message; {@code null} without an error
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

    /** The kind of HTML control. */
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
        /** Rows with a button that adds one. */
        ROWS
    }

    /** The choices under their headings, in their order; one group without a heading where there are none. */
    public Map<String, List<Option>> getGroups() {
        return options.stream().collect(groupingBy(Option::group, LinkedHashMap::new, toList()));
    }

    /** The answer that none of the choices holds; {@code null} where nobody asks. */
    public @Nullable String getNone() {
        return spec.isGrouped() && spec.required() ? FormValues.NONE : null;
    }

    /** The path as an HTML {@code id}. */
    public String getId() {
        return "f-" + path.replaceAll("[^A-Za-z0-9]", "-");
    }

    /** The value of a control with a single value. */
    public String getValue() {
        return values.isEmpty() ? "" : values.getFirst();
    }

    public boolean holds(String option) {
        return values.contains(option);
    }

    public boolean required() {
        return spec.required();
    }

    /** The attribute {@code aria-describedby}; {@code null} without a help text or error. */
    public @Nullable String getDescribedBy() {
        String ids = (help.isEmpty() ? "" : getId() + "-help") + (error == null ? "" : " " + getId() + "-error");
        return ids.isBlank() ? null : ids.strip();
    }

    /** The attribute {@code min}; {@code null} for none. A text has none, because its limits are lengths. */
    public @Nullable String getMin() {
        return written(spec.min());
    }

    public @Nullable String getMax() {
        return written(spec.max());
    }

    /** The attribute {@code step} of a number. */
    public String getStep() {
        String step = written(spec.step());
        return step == null ? "any" : step;
    }

    /** A limit as the value of an HTML attribute; {@code null} for none. */
    static @Nullable String written(@Nullable Double number) {
        return number == null
                ? null
                : number == Math.rint(number) ? Long.toString(number.longValue()) : number.toString();
    }
}
