package org.crossface.web.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The inputs from which fuzzing begins and those that it once found, without the instrumentation of Jazzer. */
class CommandReaderCorpusTest {

    private static final Path CORPUS =
            Path.of("src/test/resources/org/crossface/web/command/CommandReaderFuzzInputs/aCommandIsReadOrRefused");

    @TestFactory
    Stream<DynamicTest> eachIsReadOrRefused() throws IOException {
        return inputs().stream()
                .map(file -> DynamicTest.dynamicTest(
                        file.getFileName().toString(), () -> CommandReaderFuzz.check(Files.readAllBytes(file))));
    }

    @Test
    void thereAreInputs() throws IOException {
        assertThat(inputs()).hasSizeGreaterThan(20);
    }

    private static List<Path> inputs() throws IOException {
        try (Stream<Path> files = Files.list(CORPUS)) {
            return files.sorted().toList();
        }
    }
}
