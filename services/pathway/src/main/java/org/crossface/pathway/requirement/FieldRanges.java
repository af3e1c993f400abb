package org.crossface.pathway.requirement;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import org.crossface.platform.api.FieldRange;
import org.crossface.platform.api.FormField;
import org.crossface.platform.api.decision.BrokenRule;
import org.crossface.platform.api.decision.Rule;
import org.crossface.platform.api.decision.Verdict;
import org.jspecify.annotations.Nullable;

/**
 * Checks the components of a command against their {@link FieldRange}, and that nothing is missing that may not be. A request over HTTP has
 * been read by then, so what it lacked was told together with its unreadable fields; commands of automations, of the simulator and of
 * received documents are checked only here.
 */
public final class FieldRanges {

    /** The annotations of a class are read once: Java parses those of a record component anew each time they are asked for. */
    private static final ClassValue<List<Part>> PARTS = new ClassValue<>() {
        @Override
        protected List<Part> computeValue(Class<?> type) {
            return Arrays.stream(type.getRecordComponents()).map(Part::of).toList();
        }
    };

    /**
     * One component of a record.
     *
     * @param range {@code null} for a component without declaration
     */
    private record Part(
            String name,
            Method accessor,
            boolean optional,
            @Nullable FieldRange range) {

        static Part of(RecordComponent component) {
            Method accessor = component.getAccessor();
            accessor.setAccessible(true);
            return new Part(
                    component.getName(),
                    accessor,
                    component.getAnnotatedType().isAnnotationPresent(Nullable.class),
                    range(component));
        }

        private static @Nullable FieldRange range(RecordComponent component) {
            FormField field = component.getAnnotation(FormField.class);
            if (field == null) {
                return null;
            }
            if (component.getType() == String.class) {
                return FieldRange.ofText(component.getName(), field);
            }
            return Collection.class.isAssignableFrom(component.getType())
                    ? FieldRange.ofList(component.getName(), field)
                    : FieldRange.ofNumber(field);
        }

        @Nullable
        Object of(Record owner) {
            try {
                return accessor.invoke(owner);
            } catch (IllegalAccessException | InvocationTargetException e) {
                throw new IllegalStateException("Cannot read " + name, e);
            }
        }
    }

    /** Judges the fields of every command, before any other rule. */
    public static final Rule RANGES = Rule.hard(
            "FIELD-RANGE", "Every value is within the range of its field, and every required field has a value.");

    private FieldRanges() {}

    /** Each component of a command that is missing or out of its range, in their order (FIELD-RANGE). */
    public static List<BrokenRule> outOfRange(Object command) {
        return command instanceof Record fields
                ? check(fields).stream()
                        .flatMap(verdict -> RANGES.broken(verdict).stream())
                        .toList()
                : List.of();
    }

    /** What each component that breaks its declaration has against it, in their order; empty when none does. */
    static List<Verdict> check(Record command) {
        List<Verdict> found = new ArrayList<>();
        check("", command, found);
        return found;
    }

    private static void check(String prefix, Record owner, List<Verdict> found) {
        for (Part part : PARTS.get(owner.getClass())) {
            String path = prefix + part.name();
            Object value = part.of(owner);
            if (value != null) {
                check(path, part.range(), value, found);
            } else if (!part.optional()) {
                found.add(missing(path, part.range()));
            }
        }
    }

    private static void check(String path, @Nullable FieldRange range, Object value, List<Verdict> found) {
        Verdict whole = range == null ? Verdict.ALLOWED : inRange(path, range, value);
        if (whole instanceof Verdict.Refused) {
            found.add(whole);
        } else if (value instanceof Record inner) {
            check(path + ".", inner, found);
        } else if (value instanceof Collection<?> list) {
            int index = 0;
            for (Object element : list) {
                element(path + "[" + index++ + "]", range, element, found);
            }
        }
    }

    private static void element(
            String path, @Nullable FieldRange range, @Nullable Object element, List<Verdict> found) {
        if (element == null) {
            found.add(missing(path, range));
        } else if (element instanceof Record inner) {
            check(path + ".", inner, found);
        } else if (element instanceof String text
                && range != null
                && range.entry(path, text) instanceof Verdict.Refused refused) {
            found.add(refused);
        }
    }

    private static Verdict inRange(String path, FieldRange range, Object value) {
        return switch (value) {
            case Number number -> range.number(path, number.doubleValue());
            case String text -> range.text(path, text);
            case Collection<?> list ->
                list.isEmpty() && range.entries(path, 0) instanceof Verdict.Refused none
                        ? Verdict.refused(path, range.label() + " is missing", none.remedy())
                        : range.entries(path, list.size());
            default -> Verdict.ALLOWED;
        };
    }

    private static Verdict missing(String path, @Nullable FieldRange range) {
        String label = range == null ? path : range.label();
        return Verdict.refused(path, label + " is missing", "Fill in " + label);
    }
}
