package org.crossface.server.model;

import java.lang.reflect.RecordComponent;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import org.crossface.pathway.authority.UseCases;
import org.crossface.pathway.vocabulary.PathwayEvent;
import org.jspecify.annotations.Nullable;

/** Makes corrections of a fact: one of its components, or one inside it, with another value. */
final class Corrections {

    private Corrections() {}

    /** The fields of a correction as JSON has them. */
    static List<Map<String, Object>> of(PathwayEvent fact, Values values, SplittableRandom random) {
        Set<String> correctable = UseCases.RECORDINGS.correctable(fact);
        List<RecordComponent> components = Arrays.stream(fact.getClass().getRecordComponents())
                .filter(each -> correctable.contains(each.getName()) || random.nextInt(20) == 0)
                .toList();
        if (components.isEmpty()) {
            return List.of(Map.of("name", "nothing", "value", "1"));
        }
        List<Map<String, Object>> fields = new ArrayList<>();
        RecordComponent component = values.oneOf(components);
        fields.add(field(component.getName(), component, (Record) fact, values, random));
        return fields;
    }

    private static Map<String, Object> field(
            String path, RecordComponent component, Record owner, Values values, SplittableRandom random) {
        Object now = read(component, owner);
        if (now instanceof Record inside && inside.getClass().getRecordComponents().length > 0) {
            RecordComponent part = values.oneOf(List.of(inside.getClass().getRecordComponents()));
            return field(path + "." + part.getName(), part, inside, values, random);
        }
        return Map.of("name", path, "value", another(component.getType(), now, values, random));
    }

    private static String another(Class<?> type, @Nullable Object now, Values values, SplittableRandom random) {
        if (random.nextInt(25) == 0) {
            return random.nextBoolean() ? "" : "no such value";
        }
        if (type.isEnum()) {
            return ((Enum<?>) values.oneOf(List.of(type.getEnumConstants()))).name();
        }
        return switch (now) {
            case OffsetDateTime time ->
                time.plusMinutes(values.oneOf(List.of(-600, -45, -5, 5, 45, 600, 30_000)))
                        .toString();
            case LocalDate day ->
                day.plusDays(values.oneOf(List.of(-400, -7, -1, 1, 7, 400))).toString();
            case Integer number -> String.valueOf(number + values.oneOf(List.of(-1, 1, 2, 10)));
            case Double number -> String.valueOf(number + values.oneOf(List.of(-1.0, 1.0, 5.0)));
            case Boolean flag -> String.valueOf(!flag);
            case List<?> list ->
                String.join(", ", list.stream().map(String::valueOf).toList());
            case null, default -> "corrected";
        };
    }

    private static @Nullable Object read(RecordComponent component, Record owner) {
        try {
            component.getAccessor().setAccessible(true);
            return component.getAccessor().invoke(owner);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("Facts are public records", e);
        }
    }
}
