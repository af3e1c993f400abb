package org.crossface.platform.api.values;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Converts every component of a record, and of the records within it, to its storable form. A record in that form already is returned
 * itself.
 *
 * <p>A component whose name ends with {@code Id} or is that of a version, and a list whose name ends with {@code Ids}, is an identifier: it
 * is used in addresses, keys of indexes and the billing contract.
 */
public final class StorableRecords {

    /** Greatest length of any text, characters; forms and rules set lower bounds. */
    public static final int LONGEST_TEXT = 10_000;

    /** Most entries of any list; forms and rules set lower bounds. */
    public static final int MOST_ENTRIES = 1_000;

    private static final ClassValue<Shape> SHAPES = new ClassValue<>() {
        @Override
        protected Shape computeValue(Class<?> type) {
            return Shape.of(type);
        }
    };

    private StorableRecords() {}

    /**
     * The record in its storable form.
     *
     * @throws UnstorableValue if a component cannot be converted; it names the component
     */
    @SuppressWarnings("unchecked") // a record becomes one of its own class
    public static <T extends Record> T normalised(T value) {
        return (T) record(value, "", Way.STRICT);
    }

    /** Everything in the record that {@link #normalised(Record)} would refuse, in the order of the components. */
    public static List<UnstorableValue> faults(Record value) {
        List<UnstorableValue> faults = new ArrayList<>();
        faults(value, "", faults);
        return faults;
    }

    private static void faults(Record owner, String prefix, List<UnstorableValue> faults) {
        for (Part part : SHAPES.get(owner.getClass()).parts()) {
            Object value = part.of(owner);
            if (value != null) {
                faults(value, prefix + part.name(), part, faults);
            }
        }
    }

    private static void faults(Object value, String path, Part part, List<UnstorableValue> faults) {
        switch (value) {
            case Record inner -> faults(inner, path + ".", faults);
            case Collection<?> all -> {
                noteIfRefused(() -> Way.STRICT.size(path, all), faults);
                int index = 0;
                for (Object each : all) {
                    if (each != null) {
                        faults(each, path + "[" + index + "]", part, faults);
                    }
                    index++;
                }
            }
            default -> noteIfRefused(() -> value(value, path, part, Way.STRICT), faults);
        }
    }

    private static void noteIfRefused(Runnable check, List<UnstorableValue> faults) {
        try {
            check.run();
        } catch (UnstorableValue refused) {
            faults.add(refused);
        }
    }

    /**
     * The record with every component forced into that form: for values that are stored already and for commands that follow from them. A
     * character that cannot be stored becomes U+FFFD, an offset that no place has becomes UTC, a date outside the allowed years the nearest
     * allowed one, and a value that is not a number is left out, or is 0 where there must be one.
     */
    @SuppressWarnings("unchecked") // a record becomes one of its own class
    public static <T extends Record> T mended(T value) {
        return (T) record(value, "", Way.MENDING);
    }

    /**
     * A text outside a record, such as the reason of a late entry.
     *
     * @throws UnstorableValue if it cannot be stored
     */
    public static String normalised(String name, String text) {
        return Way.STRICT.text(name, text);
    }

    /** Whether a text component of this name, or each text in a list of this name, is an identifier. */
    public static boolean identifies(String component) {
        return component.endsWith("Id")
                || component.endsWith("Ids")
                || component.equals("version")
                || component.endsWith("Version");
    }

    /** Components of a class of records, read once. */
    private record Shape(Constructor<?> constructor, List<Part> parts) {

        static Shape of(Class<?> type) {
            RecordComponent[] components = type.getRecordComponents();
            try {
                Constructor<?> constructor = type.getDeclaredConstructor(
                        Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new));
                constructor.setAccessible(true);
                return new Shape(
                        constructor, Arrays.stream(components).map(Part::of).toList());
            } catch (NoSuchMethodException e) {
                throw new IllegalStateException("Every record has its canonical constructor", e);
            }
        }
    }

    /** One component. */
    private record Part(String name, Method accessor, boolean identifies, boolean nullable) {

        static Part of(RecordComponent component) {
            Method accessor = component.getAccessor();
            accessor.setAccessible(true);
            String name = component.getName();
            return new Part(
                    name,
                    accessor,
                    StorableRecords.identifies(name),
                    !component.getType().isPrimitive());
        }

        @Nullable
        Object of(Record owner) {
            try {
                return accessor.invoke(owner);
            } catch (IllegalAccessException | InvocationTargetException e) {
                throw new IllegalStateException("Cannot read " + name + " of " + owner.getClass(), e);
            }
        }
    }

    private static Record record(Record owner, String prefix, Way way) {
        Shape shape = SHAPES.get(owner.getClass());
        @Nullable Object[] values = new Object[shape.parts().size()];
        boolean changed = false;
        for (int i = 0; i < values.length; i++) {
            Part part = shape.parts().get(i);
            Object value = part.of(owner);
            values[i] = value == null ? null : value(value, prefix + part.name(), part, way);
            changed |= !same(values[i], value);
        }
        return changed ? create(shape, values) : owner;
    }

    /** Whether it is the same object: records, lists and texts that need no change are returned themselves. */
    @SuppressWarnings("ReferenceEquality")
    private static boolean same(@Nullable Object one, @Nullable Object other) {
        return one == other;
    }

    private static @Nullable Object value(Object value, String path, Part part, Way way) {
        return switch (value) {
            case String text -> part.identifies() ? way.identifier(path, text) : way.text(path, text);
            case OffsetDateTime time -> way.time(path, time);
            case LocalDate date -> way.date(path, date);
            case Double number -> way.number(path, number, part.nullable());
            case Record inner -> record(inner, path + ".", way);
            case List<?> list -> entries(list, path, part, way);
            case Set<?> set -> {
                List<?> all = List.copyOf(set);
                List<?> kept = entries(all, path, part, way);
                yield same(all, kept) ? set : Collections.unmodifiableSet(new LinkedHashSet<>(kept));
            }
            default -> value;
        };
    }

    private static List<?> entries(List<?> list, String path, Part part, Way way) {
        way.size(path, list);
        List<@Nullable Object> kept = new ArrayList<>(list.size());
        boolean changed = false;
        for (Object each : list) {
            Object after = each == null ? null : value(each, path + "[" + kept.size() + "]", part, way);
            changed |= !same(after, each);
            kept.add(after);
        }
        return changed ? Collections.unmodifiableList(kept) : list;
    }

    private static Record create(Shape shape, @Nullable Object[] values) {
        try {
            return (Record) shape.constructor().newInstance(values);
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof RuntimeException refused) {
                throw refused;
            }
            throw new IllegalStateException("A record with other values cannot be made", e);
        } catch (InstantiationException | IllegalAccessException e) {
            throw new IllegalStateException("A record with other values cannot be made", e);
        }
    }

    /** What happens to a value that cannot be stored. */
    private enum Way {
        /** It is refused. */
        STRICT {
            @Override
            String text(String path, String text) {
                String kept = StorableText.normalised(path, text);
                if (kept.length() > LONGEST_TEXT) {
                    throw new UnstorableValue(
                            path, "The text has more than " + LONGEST_TEXT + " characters", "Give a shorter one");
                }
                return kept;
            }

            @Override
            String identifier(String path, String text) {
                return StorableText.identifier(path, text);
            }

            @Override
            OffsetDateTime time(String path, OffsetDateTime time) {
                return StorableTime.normalised(path, time);
            }

            @Override
            LocalDate date(String path, LocalDate date) {
                return StorableTime.normalised(path, date);
            }

            @Override
            Double number(String path, Double number, boolean nullable) {
                if (!Double.isFinite(number)) {
                    throw new UnstorableValue(path, "The value is not a number", "Give a number");
                }
                return isNegativeZero(number) ? Double.valueOf(0) : number;
            }

            @Override
            void size(String path, Collection<?> list) {
                if (list.size() > MOST_ENTRIES) {
                    throw new UnstorableValue(
                            path, "The list has more than " + MOST_ENTRIES + " entries", "Give fewer");
                }
            }
        },
        /** It becomes the nearest storable one. */
        MENDING {
            @Override
            String text(String path, String text) {
                return StorableText.mended(text);
            }

            @Override
            String identifier(String path, String text) {
                return StorableText.mended(text);
            }

            @Override
            OffsetDateTime time(String path, OffsetDateTime time) {
                return StorableTime.mended(time);
            }

            @Override
            LocalDate date(String path, LocalDate date) {
                return StorableTime.mended(date);
            }

            @Override
            @Nullable
            Double number(String path, Double number, boolean nullable) {
                if (!Double.isFinite(number)) {
                    return nullable ? null : Double.valueOf(0);
                }
                return isNegativeZero(number) ? Double.valueOf(0) : number;
            }

            @Override
            void size(String path, Collection<?> list) {
                // A stored value cannot be refused.
            }
        };

        abstract String text(String path, String text);

        abstract String identifier(String path, String text);

        abstract OffsetDateTime time(String path, OffsetDateTime time);

        abstract LocalDate date(String path, LocalDate date);

        abstract @Nullable Double number(String path, Double number, boolean nullable);

        abstract void size(String path, Collection<?> list);

        private static boolean isNegativeZero(double number) {
            return Double.doubleToRawLongBits(number) == Long.MIN_VALUE;
        }
    }
}
