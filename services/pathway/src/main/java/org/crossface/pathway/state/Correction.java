package org.crossface.pathway.state;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.crossface.pathway.oversight.CorrectedField;
import org.crossface.pathway.vocabulary.PathwayEvent;
import org.crossface.pathway.vocabulary.Totalled;
import org.crossface.platform.api.Personal;
import org.crossface.platform.api.Upcasters;
import org.jspecify.annotations.Nullable;

/** Makes a fact with some of its components, or of what they hold, replaced by values that are given as text. */
public final class Correction {

    /** What no correction touches: they say which fact it is, whose and at which site, and so who may see it. */
    private static final Set<String> IDENTITY = Set.of("pathwayId", "factId", "patientId", "siteId");

    private Correction() {}

    /** {@code name}, or {@code name[index]}. */
    private static final Pattern STEP = Pattern.compile("(\\w+)(?:\\[(\\d{1,4})])?");

    /**
     * The fact with these components replaced, a later value of the same component winning. What is computed from them is computed anew
     * ({@link Totalled}).
     *
     * @param fields each names a component, such as {@code lengthCm}, or one inside, such as {@code assessment.sunnybrook.resting} or {@code
     *     sites[1].side}
     * @throws IllegalArgumentException if the fact has no such component, the text cannot be read as a value of it, or it is computed; the
     *     message says which
     */
    public static PathwayEvent check(PathwayEvent fact, Iterable<CorrectedField> fields) {
        return applied(fact, fields, true);
    }

    /**
     * The corrected fact, as {@link #check} gives it. A correction of an earlier revision of the fact counts for the component that stands in
     * the place of the old one. A correction that an earlier release recorded of a computed value, or of an item outside
     * of its range, was allowed then: the first has no effect, and after the second the totals stay as they were.
     *
     * @throws IllegalArgumentException if the fact has no such component, or the text cannot be read as a value of it
     */
    public static PathwayEvent apply(PathwayEvent fact, Iterable<CorrectedField> fields) {
        return applied(fact, fields, false);
    }

    private static PathwayEvent applied(PathwayEvent fact, Iterable<CorrectedField> fields, boolean strict) {
        Object corrected = fact;
        for (CorrectedField field : strict ? fields : ofPresentRevision(fact, fields)) {
            List<String> path = List.of(field.name().split("\\.", -1));
            refuseIdentity(path.getFirst(), field.name());
            corrected = replaced(corrected, path, field, strict);
        }
        return (PathwayEvent) corrected;
    }

    /** A correction that was recorded of an earlier revision of the fact names components that the fact may not have any more. */
    private static List<CorrectedField> ofPresentRevision(PathwayEvent fact, Iterable<CorrectedField> fields) {
        Upcasters upcasters = Upcasters.of(fact.getClass());
        List<CorrectedField> present = new ArrayList<>();
        for (CorrectedField field : fields) {
            upcasters
                    .corrected(field.name(), field.value())
                    .forEach((name, value) -> present.add(new CorrectedField(name, value)));
        }
        return present;
    }

    private static void refuseIdentity(String component, String name) {
        if (IDENTITY.contains(component)) {
            throw unknown(name);
        }
    }

    /** The record with the value at this path replaced and its totals computed anew. */
    private static Object replaced(Object owner, List<String> path, CorrectedField field, boolean strict) {
        RecordComponent[] components = owner.getClass().getRecordComponents();
        Matcher step = STEP.matcher(path.getFirst());
        if (components == null || !step.matches()) {
            throw unknown(field.name());
        }
        int index = indexOf(components, step.group(1), field.name());
        @Nullable Object[] values = new Object[components.length];
        for (int i = 0; i < components.length; i++) {
            values[i] = Records.read(components[i], owner);
        }
        List<String> rest = path.subList(1, path.size());
        values[index] = step.group(2) == null
                ? value(components[index], values[index], rest, field, strict)
                : inList(components[index], values[index], Integer.parseInt(step.group(2)), rest, field, strict);
        Object made = Records.create(owner, components, values);
        if (!(made instanceof Totalled<?> items)) {
            return made;
        }
        return strict ? totalled(items, components[index], values[index], field) : totalledWherePossible(items);
    }

    private static @Nullable Object value(
            RecordComponent component,
            @Nullable Object before,
            List<String> rest,
            CorrectedField field,
            boolean strict) {
        if (rest.isEmpty()) {
            return parse(component, field.value());
        }
        if (before == null) {
            throw new IllegalArgumentException(component.getName() + " is empty, so nothing in it can be corrected");
        }
        return replaced(before, rest, field, strict);
    }

    private static Object inList(
            RecordComponent component,
            @Nullable Object before,
            int at,
            List<String> rest,
            CorrectedField field,
            boolean strict) {
        if (!(before instanceof List<?> list) || at >= list.size()) {
            throw unknown(field.name());
        }
        List<Object> items = new ArrayList<>(list);
        items.set(at, rest.isEmpty() ? item(component, field.value()) : replaced(list.get(at), rest, field, strict));
        return List.copyOf(items);
    }

    private static Object item(RecordComponent component, String text) {
        try {
            return parse(((ParameterizedType) component.getGenericType()).getActualTypeArguments()[0], text);
        } catch (RuntimeException e) {
            throw new IllegalArgumentException("\"" + text + "\" is no value of " + component.getName(), e);
        }
    }

    /** With its totals computed anew; a value that these replace at once was computed itself. */
    private static Object totalled(
            Totalled<?> items, RecordComponent component, @Nullable Object given, CorrectedField field) {
        Object totalled = Objects.requireNonNull(items.totalled());
        if (!Objects.equals(Records.read(component, totalled), given)) {
            throw new IllegalArgumentException(field.name() + " is computed; correct what it is computed from");
        }
        return totalled;
    }

    private static Object totalledWherePossible(Totalled<?> items) {
        try {
            return Objects.requireNonNull(items.totalled());
        } catch (IllegalArgumentException outOfRange) {
            return items;
        }
    }

    /**
     * Whether this component of the fact, or one on the way to it, is personal.
     *
     * @param name as in {@link #check}
     * @throws IllegalArgumentException if the fact has no such component
     */
    public static boolean isPersonal(PathwayEvent fact, String name) {
        RecordComponent[] components = fact.getClass().getRecordComponents();
        String first = name.split("[.\\[]", 2)[0];
        refuseIdentity(first, name);
        RecordComponent outer = components[indexOf(components, first, name)];
        return outer.isAnnotationPresent(Personal.class) || hasPersonal(outer.getGenericType());
    }

    /** Whether a record, or the records of a list, hold something personal: then a correction inside is kept as personal, whole. */
    private static boolean hasPersonal(Type type) {
        if (type instanceof ParameterizedType list) {
            return Arrays.stream(list.getActualTypeArguments()).anyMatch(Correction::hasPersonal);
        }
        return type instanceof Class<?> owner
                && owner.isRecord()
                && Arrays.stream(owner.getRecordComponents())
                        .anyMatch(
                                each -> each.isAnnotationPresent(Personal.class) || hasPersonal(each.getGenericType()));
    }

    private static int indexOf(RecordComponent[] components, String component, String name) {
        for (int i = 0; i < components.length; i++) {
            if (components[i].getName().equals(component)) {
                return i;
            }
        }
        throw unknown(name);
    }

    private static IllegalArgumentException unknown(String name) {
        return new IllegalArgumentException("There is no field " + name + " that could be corrected");
    }

    private static @Nullable Object parse(RecordComponent component, String text) {
        boolean nullable = component.getAnnotatedType().isAnnotationPresent(Nullable.class);
        if (text.isEmpty() && nullable) {
            return null;
        }
        try {
            return parse(component.getGenericType(), text);
        } catch (RuntimeException e) {
            throw new IllegalArgumentException("\"" + text + "\" is no value of " + component.getName(), e);
        }
    }

    private static Object parse(Type type, String text) {
        if (type instanceof ParameterizedType list && list.getRawType() == List.class) {
            return text.isEmpty()
                    ? List.of()
                    : Arrays.stream(text.split(",", -1))
                            .map(item -> parse(list.getActualTypeArguments()[0], item.trim()))
                            .toList();
        }
        if (!(type instanceof Class<?> simple)) {
            throw new IllegalArgumentException("cannot be corrected");
        }
        return switch (simple.getSimpleName()) {
            case "String" -> text;
            case "int", "Integer" -> Integer.valueOf(text);
            case "double", "Double" -> Double.valueOf(text);
            case "boolean", "Boolean" -> truth(text);
            case "LocalDate" -> LocalDate.parse(text);
            case "OffsetDateTime" -> OffsetDateTime.parse(text);
            default -> constant(simple, text);
        };
    }

    private static Boolean truth(String text) {
        return switch (text) {
            case "true" -> true;
            case "false" -> false;
            default -> throw new IllegalArgumentException("neither true nor false");
        };
    }

    private static Object constant(Class<?> type, String text) {
        if (!type.isEnum()) {
            throw new IllegalArgumentException("cannot be corrected");
        }
        return Arrays.stream(type.getEnumConstants())
                .filter(constant -> ((Enum<?>) constant).name().equals(text))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("not in the list"));
    }
}
