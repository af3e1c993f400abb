package org.crossface.pathway;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.Optional;
import org.crossface.platform.api.FormField;
import org.jspecify.annotations.Nullable;

/**
 * Checks the components of a command against what its {@link FormField}s declare: range and step of numbers, length of texts and lists,
 * and that nothing is missing that may not be.
 */
final class FieldRanges {

    private FieldRanges() {}

    /** The first component that breaks its declaration; empty when there is none. */
    static Optional<Verdict> check(Record command) {
        return check("", command);
    }

    private static Optional<Verdict> check(String prefix, Record owner) {
        for (RecordComponent component : owner.getClass().getRecordComponents()) {
            Optional<Verdict> refusal = check(prefix + component.getName(), component, valueOf(component, owner));
            if (refusal.isPresent()) {
                return refusal;
            }
        }
        return Optional.empty();
    }

    private static Optional<Verdict> check(String path, RecordComponent component, @Nullable Object value) {
        FormField field = component.getAnnotation(FormField.class);
        if (value == null) {
            return component.getAnnotatedType().isAnnotationPresent(Nullable.class)
                    ? Optional.empty()
                    : Optional.of(missing(path, field));
        }
        Optional<Verdict> refusal = field == null ? Optional.empty() : inRange(path, field, value);
        return refusal.or(() -> nested(path, value));
    }

    private static Optional<Verdict> nested(String path, Object value) {
        if (value instanceof Record inner) {
            return check(path + ".", inner);
        }
        if (value instanceof Collection<?> list) {
            int index = 0;
            for (Object element : list) {
                String at = path + "[" + index++ + "]";
                Optional<Verdict> refusal =
                        element instanceof Record inner ? check(at + ".", inner) : Optional.<Verdict>empty();
                if (refusal.isPresent()) {
                    return refusal;
                }
            }
        }
        return Optional.empty();
    }

    private static Optional<Verdict> inRange(String path, FormField field, Object value) {
        return switch (value) {
            case Number number -> number(path, field, number.doubleValue());
            case String text -> size(path, field, text.strip().length(), "characters");
            case Collection<?> list -> size(path, field, list.size(), "entries");
            default -> Optional.empty();
        };
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
                        "Give " + range(field, field.unit())
                                + (field.step() == 0 ? "" : " in steps of " + plain(field.step()))));
    }

    private static Optional<Verdict> size(String path, FormField field, int size, String what) {
        return size >= field.min() && size <= field.max()
                ? Optional.empty()
                : Optional.of(Verdict.refused(
                        path, field.label() + " has " + size + " " + what, "Give " + range(field, what)));
    }

    private static Verdict missing(String path, @Nullable FormField field) {
        String label = field == null ? path : field.label();
        return Verdict.refused(path, label + " is missing", "Fill in " + label);
    }

    private static String range(FormField field, String unit) {
        String suffix = unit.isEmpty() ? "" : " " + unit;
        if (Double.isInfinite(field.min())) {
            return "at most " + plain(field.max()) + suffix;
        }
        if (Double.isInfinite(field.max())) {
            return "at least " + plain(field.min()) + suffix;
        }
        return plain(field.min()) + " to " + plain(field.max()) + suffix;
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
