package org.crossface.pathway;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.crossface.pathway.oversight.CorrectedField;
import org.crossface.platform.api.Personal;
import org.jspecify.annotations.Nullable;

/** Makes a fact with some of its components replaced by values that are given as text. */
public final class Correction {

    /** What no correction touches: they say which fact it is, whose and at which site, and so who may see it. */
    private static final Set<String> IDENTITY = Set.of("pathwayId", "factId", "patientId", "siteId");

    private Correction() {}

    /**
     * The fact with these components replaced, a later value of the same component winning.
     *
     * @throws IllegalArgumentException if the fact has no such component, or the text cannot be read as a value of it; the message says
     *     which
     */
    public static PathwayEvent apply(PathwayEvent fact, Iterable<CorrectedField> fields) {
        RecordComponent[] components = fact.getClass().getRecordComponents();
        @Nullable Object[] values = new Object[components.length];
        for (int i = 0; i < components.length; i++) {
            values[i] = read(components[i], fact);
        }
        for (CorrectedField field : fields) {
            int index = indexOf(components, field.name());
            values[index] = parse(components[index], field.value());
        }
        return create(fact.getClass(), components, values);
    }

    /**
     * Whether this component of the fact is personal.
     *
     * @throws IllegalArgumentException if the fact has no such component
     */
    public static boolean isPersonal(PathwayEvent fact, String component) {
        RecordComponent[] components = fact.getClass().getRecordComponents();
        return components[indexOf(components, component)].isAnnotationPresent(Personal.class);
    }

    private static int indexOf(RecordComponent[] components, String name) {
        for (int i = 0; i < components.length; i++) {
            if (components[i].getName().equals(name) && !IDENTITY.contains(name)) {
                return i;
            }
        }
        throw new IllegalArgumentException("There is no field " + name + " that could be corrected");
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

    private static @Nullable Object read(RecordComponent component, PathwayEvent fact) {
        try {
            return component.getAccessor().invoke(fact);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("Facts are public records", e);
        }
    }

    private static PathwayEvent create(
            Class<? extends PathwayEvent> type, RecordComponent[] components, @Nullable Object[] values) {
        Class<?>[] types =
                Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
        try {
            return type.getDeclaredConstructor(types).newInstance(values);
        } catch (InvocationTargetException e) {
            throw new IllegalArgumentException("The corrected fact would contradict itself", e);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("Facts are public records", e);
        }
    }
}
