package org.crossface.pathway.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.SimpleSerializedObject;
import org.axonframework.serialization.SimpleSerializedType;
import org.axonframework.serialization.jackson3.Jackson3Serializer;
import org.crossface.pathway.ModuleClasses;
import org.crossface.pathway.Samples;
import org.crossface.pathway.vocabulary.PathwayEvent;
import org.crossface.platform.api.EventName;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.cfg.DateTimeFeature;

/**
 * Every event has a golden file: what the store holds of it, for ever. With {@code -Dcrossface.golden=write} the missing files are
 * written; a file that exists is never written again, so a change of shape fails here until it has a revision of its own.
 */
class GoldenFilesTest {

    private static final boolean WRITE = "write".equals(System.getProperty("crossface.golden"));

    private static final Path SOURCES = ModuleClasses.location(GoldenFilesTest.class)
            .resolveSibling("../src/test/resources/golden")
            .normalize();

    private static final Serializer SERIALIZER = Jackson3Serializer.builder()
            .jsonMapperBuilderCustomizer(mapper -> mapper.disable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
                    .disable(DateTimeFeature.ADJUST_DATES_TO_CONTEXT_TIME_ZONE))
            .build();

    /** Values without which an event's own constructor would refuse the sample. */
    private static final Map<String, Map<String, Object>> OVERRIDES = Map.of();

    @TestFactory
    Stream<DynamicTest> everyEventReadsAndWritesItsGoldenFile() {
        return ModuleClasses.events().stream()
                .map(type -> DynamicTest.dynamicTest(fileName(type), () -> readsAndWrites(type)));
    }

    @Test
    void noGoldenFileIsLeftBehind() throws IOException {
        try (Stream<Path> files = Files.list(SOURCES)) {
            Set<String> left = files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".json"))
                    .collect(Collectors.toCollection(TreeSet::new));
            ModuleClasses.events().forEach(type -> currentAndEarlier(type).forEach(left::remove));
            assertThat(left).isEmpty();
        }
    }

    private static void readsAndWrites(Class<? extends Record> type) throws IOException {
        Record sample = Samples.of(type, OVERRIDES.getOrDefault(type.getSimpleName(), Map.of()));
        byte[] json = SERIALIZER.serialize(sample, byte[].class).getData();
        Path file = SOURCES.resolve(fileName(type));
        if (WRITE && !Files.exists(file)) {
            Files.createDirectories(SOURCES);
            Files.writeString(file, new String(json, StandardCharsets.UTF_8) + "\n");
        }
        assertThat(file).exists();
        String golden = Files.readString(file).stripTrailing();
        assertThat(new String(json, StandardCharsets.UTF_8)).isEqualTo(golden);
        Object read = SERIALIZER.deserialize(new SimpleSerializedObject<>(
                golden.getBytes(StandardCharsets.UTF_8), byte[].class, new SimpleSerializedType(type.getName(), null)));
        assertThat(read).isEqualTo(sample);
    }

    private static String fileName(Class<?> type) {
        EventName name = type.getAnnotation(EventName.class);
        return name.value() + "-" + name.revision() + ".json";
    }

    private static List<String> currentAndEarlier(Class<?> type) {
        EventName name = type.getAnnotation(EventName.class);
        return IntStream.rangeClosed(1, name.revision())
                .mapToObj(revision -> name.value() + "-" + revision + ".json")
                .toList();
    }

    @Test
    void eventNamesAreUnique() {
        List<String> names = ModuleClasses.events().stream()
                .map(type -> type.getAnnotation(EventName.class).value())
                .toList();
        assertThat(names).doesNotHaveDuplicates().allMatch(name -> name.matches("[a-z]+\\.[a-z0-9]+(-[a-z0-9]+)*"));
    }

    @Test
    void everyEventBeginsWithItsIdentity() {
        assertThat(ModuleClasses.all().stream()
                        .filter(PathwayEvent.class::isAssignableFrom)
                        .filter(Class::isRecord))
                .isNotEmpty()
                .allSatisfy(type -> {
                    assertThat(type).hasAnnotation(EventName.class);
                    assertThat(Arrays.stream(type.getRecordComponents())
                                    .limit(3)
                                    .map(component -> component.getName()))
                            .containsExactly("pathwayId", "factId", "occurredAt");
                });
    }
}
