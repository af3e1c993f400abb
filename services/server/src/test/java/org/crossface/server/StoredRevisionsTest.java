package org.crossface.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.axonframework.serialization.SimpleSerializedObject;
import org.axonframework.serialization.SimpleSerializedType;
import org.crossface.pathway.contract.StoredTypes;
import org.crossface.platform.api.EventName;
import org.crossface.platform.api.Upcaster;
import org.crossface.platform.api.Upcasters;
import org.crossface.platform.eventstore.EventNames;
import org.crossface.platform.eventstore.LogicalNameSerializer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** What any release has stored, this one reads: each revision of each event has its golden file, and the product's serializer reads it. */
class StoredRevisionsTest {

    private static final Path SERVICES = Path.of("..").toAbsolutePath().normalize();
    private static final EventNames NAMES = EventNames.of(EventNames.scan("org.crossface").types().stream()
            .filter(type -> !type.getPackageName().startsWith("org.crossface.platform"))
            .toList());
    private static final LogicalNameSerializer SERIALIZER = LogicalNameSerializer.forEvents(NAMES);
    private static final Path CONSTANTS = SERVICES.resolve("server/src/test/resources/golden/constants.txt");
    private static final boolean WRITE = "write".equals(System.getProperty("crossface.golden"));
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final Map<String, Path> GOLDEN = goldenFiles();

    /** One revision of one event. */
    record Stored(Class<?> event, String name, int revision) {

        String content() {
            Path file = GOLDEN.get(name + "-" + revision + ".json");
            try {
                return Files.readString(
                        Objects.requireNonNull(file, name + " needs a golden file of revision " + revision));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        Map<String, @Nullable Object> components() {
            return new LinkedHashMap<>(JSON.readerForMapOf(Object.class)
                    .with(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
                    .<Map<String, @Nullable Object>>readValue(content()));
        }
    }

    private static Map<String, Path> goldenFiles() {
        Map<String, Path> found = new TreeMap<>();
        try (Stream<Path> modules = Files.list(SERVICES)) {
            for (Path module : modules.toList()) {
                Path golden = module.resolve("src/test/resources/golden");
                if (Files.isDirectory(golden)) {
                    try (Stream<Path> files = Files.list(golden)) {
                        files.forEach(file -> found.put(file.getFileName().toString(), file));
                    }
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return found;
    }

    static List<Stored> everyRevision() {
        List<Stored> all = new ArrayList<>();
        NAMES.all()
                .forEach((name, event) -> IntStream.rangeClosed(
                                1, event.getAnnotation(EventName.class).revision())
                        .forEach(revision -> all.add(new Stored(event, name, revision))));
        return all;
    }

    static List<Stored> everyEarlierRevision() {
        return everyRevision().stream()
                .filter(stored -> stored.revision()
                        <= Upcasters.of(stored.event()).steps().size())
                .toList();
    }

    @ParameterizedTest
    @MethodSource("everyRevision")
    void eachRevisionIsRead(Stored stored) {
        Object read = SERIALIZER.deserialize(new SimpleSerializedObject<>(
                stored.content().getBytes(StandardCharsets.UTF_8),
                byte[].class,
                new SimpleSerializedType(stored.name(), Integer.toString(stored.revision()))));
        assertThat(read).isInstanceOf(stored.event());
    }

    /** Corrections name components and no revision: a name must not come to mean something else. */
    @ParameterizedTest
    @MethodSource("everyEarlierRevision")
    void aComponentThatKeepsItsNameKeepsItsValue(Stored stored) {
        Map<String, @Nullable Object> before = stored.components();
        Map<String, @Nullable Object> after = next(stored);
        assertThat(after).isNotEqualTo(before);
        before.keySet().retainAll(after.keySet());
        assertThat(after).containsAllEntriesOf(before);
    }

    @ParameterizedTest
    @MethodSource("everyEarlierRevision")
    void aCorrectionOfAComponentThatWentFindsItsSuccessorOrIsLeftOut(Stored stored) {
        Map<String, @Nullable Object> after = next(stored);
        stored.components().forEach((name, value) -> {
            if (!after.containsKey(name)) {
                assertThat(step(stored).corrected(name, String.valueOf(value)).keySet())
                        .as("a correction of " + name)
                        .isSubsetOf(after.keySet());
            }
        });
    }

    private static Upcaster step(Stored stored) {
        return Upcasters.of(stored.event()).steps().get(stored.revision() - 1);
    }

    private static Map<String, @Nullable Object> next(Stored stored) {
        Map<String, @Nullable Object> content = stored.components();
        step(stored).upcast(content);
        return content;
    }

    /** The serializer ignores a component that it does not know, so one that was left behind would not show. */
    @ParameterizedTest
    @MethodSource("everyEarlierRevision")
    void anUpcasterLeavesTheComponentsOfTheNextRevision(Stored stored) {
        assertThat(next(stored).keySet())
                .containsExactlyInAnyOrderElementsOf(new Stored(stored.event(), stored.name(), stored.revision() + 1)
                        .components()
                        .keySet());
    }

    /**
     * A constant is stored by its name, and a golden file holds one of each enumeration; the file of constants holds all that were ever
     * stored. With {@code -Dcrossface.golden=write} new ones are added to it.
     */
    @Test
    void everyStoredConstantIsStillThere() throws IOException {
        Set<String> present = new TreeSet<>();
        StoredTypes.of(NAMES.types()).stream()
                .filter(Class::isEnum)
                .forEach(type -> Arrays.stream(type.getEnumConstants())
                        .forEach(constant -> present.add(
                                module(type) + " " + type.getSimpleName() + " " + ((Enum<?>) constant).name())));
        List<String> stored = Files.readAllLines(CONSTANTS);
        assertThat(present).as("constants that can be read").containsAll(stored);
        if (WRITE) {
            Files.write(CONSTANTS, present);
        }
        assertThat(Files.readAllLines(CONSTANTS))
                .as("constants in " + CONSTANTS)
                .containsExactlyElementsOf(present);
    }

    /** Packages of a module move; modules and names of types stay. */
    private static String module(Class<?> type) {
        return type.getPackageName().split("\\.", -1)[2];
    }

    @Test
    void thereAreEventsAndEarlierRevisions() {
        assertThat(everyRevision()).hasSizeGreaterThan(100);
        assertThat(everyEarlierRevision()).isNotEmpty();
    }
}
