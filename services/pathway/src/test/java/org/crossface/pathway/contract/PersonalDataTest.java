package org.crossface.pathway.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.crossface.pathway.ModuleClasses;
import org.crossface.platform.api.Harmless;
import org.crossface.platform.api.Personal;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Every text of an event is declared personal, and then stored encrypted, or harmless. */
class PersonalDataTest {

    @TestFactory
    Stream<DynamicTest> everyTextOfAnEventIsClassified() {
        return ModuleClasses.events().stream()
                .map(type -> DynamicTest.dynamicTest(
                        type.getSimpleName(), () -> assertThat(faults(type)).isEmpty()));
    }

    @Test
    void anUnclassifiedTextIsFound() {
        record Detail(String note) {}
        record Careless(@Harmless String id, String name, List<String> aliases, List<Detail> details) {}
        assertThat(faults(Careless.class))
                .containsExactlyInAnyOrder(
                        "Careless.name is neither personal nor harmless",
                        "Careless.aliases is neither personal nor harmless",
                        "Detail.note is neither personal nor harmless");
    }

    @Test
    void aPersonalNumberThatMayNotBeAbsentIsFound() {
        record Careless(
                @Personal int age,
                @Personal @Nullable Integer weight,
                @Personal @Harmless String name) {}
        assertThat(faults(Careless.class))
                .containsExactlyInAnyOrder(
                        "Careless.age is personal and no text, so it must be @Nullable",
                        "Careless.name is both personal and harmless");
    }

    private static List<String> faults(Class<?> type) {
        List<String> faults = new ArrayList<>();
        for (RecordComponent component : type.getRecordComponents()) {
            check(type, component, faults);
        }
        return faults;
    }

    private static void check(Class<?> owner, RecordComponent component, List<String> faults) {
        String name = owner.getSimpleName() + "." + component.getName();
        boolean personal = component.isAnnotationPresent(Personal.class);
        boolean harmless = component.isAnnotationPresent(Harmless.class);
        if (personal && harmless) {
            faults.add(name + " is both personal and harmless");
        } else if (personal
                && component.getType() != String.class
                && !component.getAnnotatedType().isAnnotationPresent(Nullable.class)) {
            faults.add(name + " is personal and no text, so it must be @Nullable");
        } else if (!personal) {
            for (Class<?> part : parts(component.getGenericType())) {
                if (CharSequence.class.isAssignableFrom(part) && !harmless) {
                    faults.add(name + " is neither personal nor harmless");
                }
                if (part.isRecord()) {
                    faults.addAll(faults(part));
                }
            }
        }
    }

    /** The classes that a type is made of, such as the elements of a list. */
    private static List<Class<?>> parts(Type type) {
        if (type instanceof ParameterizedType generic) {
            return Arrays.stream(generic.getActualTypeArguments())
                    .flatMap(argument -> parts(argument).stream())
                    .toList();
        }
        return List.of((Class<?>) type);
    }
}
