package org.crossface.pathway.documents;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.crossface.pathway.ModuleClasses;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;

/** The tests of this module by the identifiers that they are tagged with. */
final class TaggedTests {

    private final Map<String, Set<String>> byTag = new TreeMap<>();

    TaggedTests() {
        Path place = ModuleClasses.location(TaggedTests.class);
        try (Stream<Path> files = Files.walk(place)) {
            files.map(file -> place.relativize(file).toString())
                    .filter(file -> file.endsWith("Test.class"))
                    .forEach(file -> read(file.substring(0, file.length() - ".class".length())));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void read(String path) {
        try {
            Class<?> type = Class.forName(path.replace('/', '.'), false, TaggedTests.class.getClassLoader());
            for (Tag tag : type.getAnnotationsByType(Tag.class)) {
                add(tag, type.getSimpleName());
            }
            for (Method method : type.getDeclaredMethods()) {
                if (isTest(method)) {
                    Arrays.stream(method.getAnnotationsByType(Tag.class))
                            .forEach(tag -> add(tag, type.getSimpleName() + "." + method.getName()));
                }
            }
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }

    private static boolean isTest(Method method) {
        return Stream.of(Test.class, ParameterizedTest.class, TestFactory.class).anyMatch(method::isAnnotationPresent);
    }

    private void add(Tag tag, String test) {
        byTag.computeIfAbsent(tag.value(), id -> new TreeSet<>()).add(test);
    }

    /** Those of this identifier, in order. */
    Set<String> of(String id) {
        return byTag.getOrDefault(id, Set.of());
    }
}
