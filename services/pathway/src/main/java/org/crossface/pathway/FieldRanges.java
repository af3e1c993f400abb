package org.crossface.pathway;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.crossface.platform.api.FieldBounds;
import org.crossface.platform.api.FormField;
import org.crossface.platform.api.decision.Verdict;
import org.jspecify.annotations.Nullable;

/**
 * Checks the components of a command against what its {@link FormField}s declare: range and step of numbers, length of texts and lists
 * (where the declaration gives none, the usual one of {@link FieldBounds}), and that nothing is missing that may not be.
 */
final class FieldRanges {

    private FieldRanges() {}

    /** What each component that breaks its declaration has against it, in their order; empty when none does. */
    static List<Verdict> check(Record command) {
        return check("", command);
    }

    private static List<Verdict> check(String prefix, Record owner) {
        return Arrays.stream(owner.getClass().getRecordComponents())
                .flatMap(
                        component -> check(prefix + component.getName(), component, valueOf(component, owner)).stream())
                .toList();
    }

    private static List<Verdict> check(String path, RecordComponent component, @Nullable Object value) {
        FormField field = component.getAnnotation(FormField.class);
        if (value == null) {
            return component.getAnnotatedType().isAnnotationPresent(Nullable.class)
                    ? List.of()
                    : List.of(missing(path, field));
        }
        Optional<Verdict> refusal = field == null ? Optional.empty() : inRange(path, component.getName(), field, value);
        return refusal.map(List::of).orElseGet(() -> nested(path, field, component.getName(), value));
    }

    private static List<Verdict> nested(String path, @Nullable FormField field, String name, Object value) {
        if (value instanceof Record inner) {
            return check(path + ".", inner);
        }
        List<Verdict> found = new ArrayList<>();
        if (value instanceof Collection<?> list) {
            int index = 0;
            for (Object element : list) {
                String at = path + "[" + index++ + "]";
                found.addAll(
                        switch (element) {
                            case null -> List.of(missing(at, field));
                            case Record inner -> check(at + ".", inner);
                            case String text
                            when field != null ->
                                size(at, field, 0, length(text), FieldBounds.longest(name, field), "characters")
                                        .map(List::of)
                                        .orElse(List.of());
                            default -> List.<Verdict>of();
                        });
            }
        }
        return found;
    }

    private static Optional<Verdict> inRange(String path, String name, FormField field, Object value) {
        return switch (value) {
            case Number number -> number(path, field, number.doubleValue());
            case String text ->
                size(path, field, field.min(), length(text), FieldBounds.ofText(name, field), "characters");
            case Collection<?> list ->
                size(path, field, field.min(), list.size(), FieldBounds.ofList(field), "entries");
            default -> Optional.empty();
        };
    }

    /** In characters as people count them, as JSON Schema does: those beyond the basic plane are one. */
    private static int length(String text) {
        String stripped = text.strip();
        return stripped.codePointCount(0, stripped.length());
    }

    private static Optional<Verdict> number(String path, FormField field, double number) {
        boolean inside = Double.isFinite(number) && number >= field.min() && number <= field.max();
        boolean onStep = !inside
                || field.step() == 0
                || BigDecimal.valueOf(number)
                                .remainder(BigDecimal.valueOf(field.step()))
                                .signum()
                        == 0;
        return inside && onStep
                ? Optional.empty()
                : Optional.of(Verdict.refused(
                        path,
                        field.label() + " is " + withUnit(number, field),
                        "Give " + range(field.min(), field.max(), field.unit())
                                + (field.step() == 0 ? "" : " in steps of " + plain(field.step()))));
    }

    private static Optional<Verdict> size(
            String path, FormField field, double least, int size, double most, String what) {
        return size >= least && size <= most
                ? Optional.empty()
                : Optional.of(Verdict.refused(
                        path, field.label() + " has " + size + " " + what, "Give " + range(least, most, what)));
    }

    private static Verdict missing(String path, @Nullable FormField field) {
        String label = field == null ? path : field.label();
        return Verdict.refused(path, label + " is missing", "Fill in " + label);
    }

    private static String range(double least, double most, String unit) {
        String suffix = unit.isEmpty() ? "" : " " + unit;
        if (Double.isInfinite(least)) {
            return "at most " + plain(most) + suffix;
        }
        if (Double.isInfinite(most)) {
            return "at least " + plain(least) + suffix;
        }
        return plain(least) + " to " + plain(most) + suffix;
    }

    private static String withUnit(double number, FormField field) {
        return plain(number) + (field.unit().isEmpty() ? "" : " " + field.unit());
    }

    private static String plain(double number) {
        return Double.isFinite(number)
                ? BigDecimal.valueOf(number).stripTrailingZeros().toPlainString()
                : "not a number";
    }

    private static @Nullable Object valueOf(RecordComponent component, Record owner) {
        try {
            var accessor = component.getAccessor();
            accessor.setAccessible(true);
            return accessor.invoke(owner);
        } catch (IllegalAccessException | InvocationTargetException e) {
            throw new IllegalStateException("Cannot read " + component, e);
        }
    }
}
