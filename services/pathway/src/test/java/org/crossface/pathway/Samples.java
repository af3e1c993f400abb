package org.crossface.pathway;

import java.lang.reflect.Constructor;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Builds records with sample values that depend only on the names and types of their components. */
public final class Samples {

    private static final OffsetDateTime TIME = OffsetDateTime.parse("2025-10-07T10:42:00-07:00");

    private static final Map<String, Object> BY_NAME = Map.of(
            "zone", "America/Los_Angeles",
            "residenceZone", "America/Los_Angeles",
            "pathwayId", "pathway-1",
            "patientId", "patient-1",
            "factId", "fact-1",
            "siteId", "site-bayview",
            "birthDate", "2025-10-07");

    private Samples() {}

    /** A record with every component filled in. */
    public static <T> T of(Class<T> type) {
        return of(type, Map.of());
    }

    /**
     * A record with every component filled in, these with these values; {@link Absent} stands for {@code null}.
     *
     * @throws IllegalArgumentException if the record has no such component
     */
    public static <T> T of(Class<T> type, Map<String, ?> overrides) {
        RecordComponent[] components = type.getRecordComponents();
        Set<String> unknown = new HashSet<>(overrides.keySet());
        Object[] values = new Object[components.length];
        for (int i = 0; i < components.length; i++) {
            String name = components[i].getName();
            unknown.remove(name);
            Object value =
                    overrides.containsKey(name) ? overrides.get(name) : value(name, components[i].getGenericType());
            values[i] = value instanceof Absent ? null : value;
        }
        if (!unknown.isEmpty()) {
            throw new IllegalArgumentException(type.getSimpleName() + " has no " + unknown);
        }
        return create(type, components, values);
    }

    /**
     * The same record, these components with these values; {@link Absent} stands for {@code null}.
     *
     * @throws IllegalArgumentException if the record has no such component
     */
    @SuppressWarnings("unchecked") // the class of a record is that of its values
    public static <T extends Record> T with(T record, Map<String, ?> changed) {
        Map<String, Object> values = new HashMap<>();
        for (RecordComponent component : record.getClass().getRecordComponents()) {
            try {
                component.getAccessor().setAccessible(true);
                Object value = component.getAccessor().invoke(record);
                values.put(component.getName(), value == null ? Absent.ABSENT : value);
            } catch (ReflectiveOperationException e) {
                throw new IllegalArgumentException("Cannot read " + component.getName(), e);
            }
        }
        values.putAll(changed);
        return of((Class<T>) record.getClass(), values);
    }

    /** In the place of a value. */
    public enum Absent {
        /** The component is {@code null}. */
        ABSENT
    }

    private static Object value(String name, Type type) {
        if (BY_NAME.containsKey(name) && type == String.class) {
            return BY_NAME.get(name);
        }
        if (type instanceof ParameterizedType generic) {
            Type[] arguments = generic.getActualTypeArguments();
            Class<?> raw = (Class<?>) generic.getRawType();
            if (raw == List.class) {
                return List.of(value(name, arguments[0]));
            }
            if (raw == Set.class) {
                return Set.of(value(name, arguments[0]));
            }
            if (raw == Map.class) {
                return Map.of(value("key", arguments[0]), value(name, arguments[1]));
            }
        }
        return simple(name, (Class<?>) type);
    }

    private static Object simple(String name, Class<?> type) {
        if (type.isEnum()) {
            return type.getEnumConstants()[0];
        }
        if (type.isRecord()) {
            return of(type);
        }
        return switch (type.getSimpleName()) {
            case "String" -> name.endsWith("Id") ? name.substring(0, name.length() - 2) + "-1" : words(name);
            case "int", "Integer" -> 3;
            case "long", "Long" -> 3L;
            case "double", "Double" -> 9.5;
            case "boolean", "Boolean" -> true;
            case "LocalDate" -> LocalDate.of(2025, 10, 7);
            case "Instant" -> Instant.parse("2025-10-07T17:42:00Z");
            case "OffsetDateTime" -> TIME;
            case "LocalTime" -> LocalTime.of(7, 30);
            default -> throw new IllegalArgumentException("No sample for " + type);
        };
    }

    private static String words(String name) {
        return name.replaceAll("([A-Z])", " $1").toLowerCase(Locale.ROOT);
    }

    private static <T> T create(Class<T> type, RecordComponent[] components, Object[] values) {
        try {
            Constructor<T> constructor = type.getDeclaredConstructor(
                    Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new));
            constructor.setAccessible(true);
            return constructor.newInstance(values);
        } catch (ReflectiveOperationException e) {
            throw new IllegalArgumentException("Cannot make a sample of " + type.getSimpleName(), e);
        }
    }
}
