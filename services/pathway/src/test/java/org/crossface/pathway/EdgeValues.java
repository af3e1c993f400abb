package org.crossface.pathway;

import java.lang.reflect.Constructor;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.crossface.platform.api.FieldBounds;
import org.crossface.platform.api.FormField;
import org.crossface.platform.api.values.StorableRecords;
import org.crossface.platform.api.values.StorableText;
import org.jspecify.annotations.Nullable;

/**
 * Records at the edges of what is accepted: of each component its smallest and greatest, its longest and its oddest values. They follow from
 * names, types and {@link FormField}s alone, so that a new command or event is covered without being told.
 */
public final class EdgeValues {

    /** Odd texts that people and systems do send; each is cut or filled to the length that its component may have. */
    private static final List<String> TEXTS = List.of(
            "=1+1",
            "+cmd|' /C calc'!A0",
            "@SUM(1;2)",
            "-2+3",
            "a,b;c\td",
            "first line\nsecond line",
            "\"quoted\" 'and' `so` \\ \\\\ \\n \\u0000 \"\"",
            "<script>alert(1)</script><b title='x'>&amp;&#0;",
            "שלום עולם \u202Eabc\u202C مرحبا",
            "Zoë Ångström é e\u0320\u0358 ﷺ",
            "👩‍👩‍👧‍👦 😀 🏳️‍🌈 \uD83D\uDE00",
            new String(Character.toChars(0x10FFFD)) + "\uE000\uFFFD\u200B\u00AD",
            "'; DROP TABLE eventstore.event; --",
            "{NULL,\"a\"}",
            "NULL",
            "null",
            "{\"$p\":\"x\"}",
            "${jndi:ldap://x} #{1+1} %00 %0d%0a ../../etc",
            "[erased]",
            "undefined");

    private static final List<String> IDENTIFIERS =
            List.of("a", "0", "a".repeat(StorableText.LONGEST_IDENTIFIER), "A.b_c:d-9", "null", "NaN");

    private static final List<String> ZONES = List.of(
            "America/Los_Angeles", "Pacific/Kiritimati", "Etc/GMT+12", "Asia/Kathmandu", "Africa/Monrovia", "UTC");

    /** In the gap and in the overlap of daylight saving time, at the outermost offsets, at both ends of time and in its smallest part. */
    private static final List<String> TIMES = List.of(
            "2025-10-07T10:42:00-07:00",
            "1880-01-01T00:00:00+14:00",
            "2200-12-31T23:59:59.999999-12:00",
            "2025-03-09T02:30:00-08:00",
            "2025-11-02T01:30:00-07:00",
            "2025-11-02T01:30:00-08:00",
            "2024-02-29T23:59:59.000001+05:45",
            "1969-12-31T23:59:59.999999Z",
            "2038-01-19T03:14:08-00:30",
            "1883-11-18T12:00:00-07:53");

    private static final List<String> DATES =
            List.of("2025-10-07", "1880-01-01", "2200-12-31", "2024-02-29", "1969-12-31", "1900-03-01", "2038-01-20");

    private static final int LONG_LIST = 12;

    private final Bounds bounds;
    private final Map<String, List<?>> fixed;

    /** What is declared of a component; empty where nothing is. */
    @FunctionalInterface
    public interface Bounds {

        /** Declared of this component. */
        Optional<FormField> of(RecordComponent component);
    }

    /**
     * @param fixed values of components with these names, in the place of those that follow from their types
     */
    public EdgeValues(Bounds bounds, Map<String, ? extends List<?>> fixed) {
        this.bounds = bounds;
        this.fixed = Map.copyOf(fixed);
    }

    /** What the components of commands declare by themselves. */
    public static Bounds declared() {
        return component -> Optional.ofNullable(component.getAnnotation(FormField.class));
    }

    /**
     * Of the components of events: what the commands of the same package declare of one with the same name and type, since an event takes its
     * values over from a command. Where they differ, the widest.
     */
    public static Bounds ofEvents() {
        Map<String, FormField> known = new LinkedHashMap<>();
        for (Class<? extends Record> command : ModuleClasses.commands()) {
            for (RecordComponent component : command.getRecordComponents()) {
                FormField field = component.getAnnotation(FormField.class);
                if (field != null) {
                    known.merge(key(component), field, (one, other) -> one.max() >= other.max() ? one : other);
                }
            }
        }
        return component -> Optional.ofNullable(component.getAnnotation(FormField.class))
                .or(() -> Optional.ofNullable(known.get(key(component))));
    }

    private static String key(RecordComponent component) {
        Class<?> boxed = component.getType() == Double.class
                ? double.class
                : component.getType() == Integer.class ? int.class : component.getType();
        return component.getDeclaringRecord().getPackageName() + " " + component.getName() + " " + boxed;
    }

    /**
     * Variants of a record, so many that each edge value of each component is in one of them.
     *
     * @param pairs where the number of values is added, under the name of the component
     */
    public <T extends Record> List<T> of(Class<T> type, Map<String, Integer> pairs) {
        RecordComponent[] components = type.getRecordComponents();
        List<List<@Nullable Object>> edges = new ArrayList<>();
        int variants = 1;
        for (RecordComponent component : components) {
            List<@Nullable Object> values = values(component, pairs);
            pairs.put(type.getSimpleName() + "." + component.getName(), values.size());
            variants = Math.max(variants, values.size());
            edges.add(values);
        }
        List<T> records = new ArrayList<>();
        for (int variant = 0; variant < variants; variant++) {
            @Nullable Object[] values = new Object[components.length];
            for (int i = 0; i < components.length; i++) {
                values[i] = edges.get(i).get(variant % edges.get(i).size());
            }
            records.add(create(type, values));
        }
        return records;
    }

    private List<@Nullable Object> values(RecordComponent component, Map<String, Integer> pairs) {
        List<?> given = fixed.get(component.getName());
        List<@Nullable Object> values = new ArrayList<>(
                given == null
                        ? values(
                                component.getName(),
                                component.getGenericType(),
                                bounds.of(component).orElse(null),
                                pairs)
                        : given);
        if (given == null && component.getAnnotatedType().isAnnotationPresent(Nullable.class)) {
            values.add(null);
        }
        return values;
    }

    private List<?> values(String name, Type type, @Nullable FormField field, Map<String, Integer> pairs) {
        if (type instanceof ParameterizedType list) {
            return lists(name, list, field, pairs);
        }
        Class<?> simple = (Class<?>) type;
        if (simple.isEnum()) {
            return List.of(simple.getEnumConstants());
        }
        if (simple.isRecord()) {
            return of(simple.asSubclass(Record.class), pairs);
        }
        return switch (simple.getSimpleName()) {
            case "String" -> texts(name, field);
            case "int", "Integer" ->
                numbers(field, BigDecimal.ONE).stream()
                        .map(BigDecimal::intValueExact)
                        .toList();
            case "double", "Double" -> doubles(field);
            case "boolean", "Boolean" -> List.of(true, false);
            case "LocalDate" -> DATES.stream().map(LocalDate::parse).toList();
            case "OffsetDateTime" -> TIMES.stream().map(OffsetDateTime::parse).toList();
            default -> throw new IllegalArgumentException("No edges for " + type);
        };
    }

    private static List<String> texts(String name, @Nullable FormField field) {
        if (StorableRecords.identifies(name)) {
            double most = field == null ? StorableText.LONGEST_IDENTIFIER : FieldBounds.ofText(name, field);
            return IDENTIFIERS.stream()
                    .map(each -> each.substring(0, (int) Math.min(each.length(), most)))
                    .toList();
        }
        if (name.equals("zone") || name.endsWith("Zone")) {
            return ZONES;
        }
        int most = field == null ? FieldBounds.LINE : (int) FieldBounds.ofText(name, field);
        int least = field == null || !Double.isFinite(field.min()) ? 0 : (int) field.min();
        List<String> texts = new ArrayList<>();
        texts.add("x".repeat(least));
        texts.add("x".repeat(most));
        texts.add("😀".repeat(most));
        TEXTS.forEach(text -> texts.add(fitting(text, least, most)));
        return texts.stream().distinct().toList();
    }

    private static String fitting(String text, int least, int most) {
        String cut = StorableText.mended(
                text.codePointCount(0, text.length()) <= most
                        ? text
                        : text.substring(0, text.offsetByCodePoints(0, most)));
        int length = cut.codePointCount(0, cut.length());
        return length < least ? cut + "x".repeat(least - length) : cut;
    }

    /** The first and last ones, the ones beside them, and what is special to computers. */
    private static List<BigDecimal> numbers(@Nullable FormField field, BigDecimal usualStep) {
        if (field == null || !Double.isFinite(field.max())) {
            BigDecimal most = BigDecimal.valueOf(Integer.MAX_VALUE);
            return List.of(BigDecimal.ZERO, BigDecimal.ONE, most, most.negate());
        }
        BigDecimal step = field.step() == 0 ? usualStep : BigDecimal.valueOf(field.step());
        BigDecimal least = BigDecimal.valueOf(Double.isFinite(field.min()) ? field.min() : 0);
        BigDecimal most = BigDecimal.valueOf(field.max());
        BigDecimal first = least.divide(step, 0, RoundingMode.CEILING).multiply(step);
        BigDecimal last = most.divide(step, 0, RoundingMode.FLOOR).multiply(step);
        return List.of(first, first.add(step).min(last), last.subtract(step).max(first), last);
    }

    private static List<Double> doubles(@Nullable FormField field) {
        List<Double> doubles = new ArrayList<>(numbers(field, new BigDecimal("0.1")).stream()
                .map(BigDecimal::doubleValue)
                .toList());
        if (field == null || (field.step() == 0 && !Double.isFinite(field.max()))) {
            doubles.addAll(List.of(0.1 + 0.2, 1e300, -1e300, Double.MIN_VALUE, 9_999.95, 1e-7));
        } else if (field.step() == 0) {
            doubles.addAll(List.of(Math.nextUp(field.min()), Math.nextDown(field.max())));
        }
        return doubles.stream().filter(Double::isFinite).distinct().toList();
    }

    private List<?> lists(String name, ParameterizedType type, @Nullable FormField field, Map<String, Integer> pairs) {
        Type element = type.getActualTypeArguments()[0];
        if (type.getRawType() == Set.class) {
            return sets((Class<?>) element, field);
        }
        int least = field == null || !Double.isFinite(field.min()) ? 0 : (int) field.min();
        int most = field == null ? LONG_LIST : (int) FieldBounds.ofList(field);
        List<?> elements = elementsOf(name, element, field, pairs);
        List<List<?>> lists = new ArrayList<>();
        if (least == 0) {
            lists.add(List.of());
        }
        int size = Math.max(1, Math.min(most, LONG_LIST));
        for (int from = 0; from < elements.size(); from += size) {
            lists.add(filled(elements.subList(from, Math.min(elements.size(), from + size)), least));
        }
        lists.add(Collections.nCopies(most, elements.getFirst()));
        return lists;
    }

    private List<?> elementsOf(String name, Type element, @Nullable FormField field, Map<String, Integer> pairs) {
        if (element == String.class) {
            return StorableRecords.identifies(name) ? IDENTIFIERS : texts(name, null);
        }
        return values(name, element, element instanceof Class<?> c && c.isRecord() ? field : null, pairs);
    }

    private static List<?> filled(List<?> elements, int least) {
        List<Object> filled = new ArrayList<>(elements);
        while (filled.size() < least) {
            filled.add(elements.getFirst());
        }
        return filled;
    }

    @SuppressWarnings({"unchecked", "rawtypes"}) // of whatever enumeration
    private static List<?> sets(Class<?> element, @Nullable FormField field) {
        List<?> all = Arrays.asList(element.getEnumConstants());
        Set<?> none = EnumSet.noneOf((Class) element);
        return field != null && field.min() > 0
                ? List.of(Set.of(all.getFirst()), Set.copyOf(all))
                : List.of(none, Set.copyOf(all));
    }

    private static <T> T create(Class<T> type, @Nullable Object[] values) {
        try {
            Constructor<T> constructor = type.getDeclaredConstructor(Arrays.stream(type.getRecordComponents())
                    .map(RecordComponent::getType)
                    .toArray(Class<?>[]::new));
            constructor.setAccessible(true);
            return constructor.newInstance(values);
        } catch (ReflectiveOperationException e) {
            throw new IllegalArgumentException(
                    "Cannot make a " + type.getSimpleName() + " of " + Arrays.toString(values), e);
        }
    }

    /** The record with these components replaced; names that it does not have are passed over. */
    @SuppressWarnings("unchecked") // a record becomes one of its own class
    public static <T extends Record> T with(T record, Map<String, ?> replaced) {
        RecordComponent[] components = record.getClass().getRecordComponents();
        @Nullable Object[] values = new Object[components.length];
        for (int i = 0; i < components.length; i++) {
            String name = components[i].getName();
            values[i] = replaced.containsKey(name) ? replaced.get(name) : valueOf(components[i], record);
        }
        return (T) create(record.getClass(), values);
    }

    private static @Nullable Object valueOf(RecordComponent component, Record owner) {
        try {
            component.getAccessor().setAccessible(true);
            return component.getAccessor().invoke(owner);
        } catch (ReflectiveOperationException e) {
            throw new IllegalArgumentException("Cannot read " + component, e);
        }
    }

    /** That this is what the command bus would let through, unchanged. */
    public static boolean isKeptAsItIs(Record record) {
        return StorableRecords.normalised(record).equals(record);
    }
}
