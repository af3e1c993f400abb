package org.crossface.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The parts into which {@code .mvn/run-tests.sh} divides the tests: none is left out, and none is run twice. */
class RunTestsScriptTest {

    private static final Path ROOT = Path.of("..", "..").toAbsolutePath().normalize();

    @Test
    void eachTestIsInExactlyOnePart() throws IOException {
        List<List<PathMatcher>> parts = parts();
        assertThat(parts).hasSizeGreaterThan(1);
        List<Path> tests = tests();
        assertThat(tests).hasSizeGreaterThan(150);
        assertThat(tests)
                .allSatisfy(test -> assertThat(parts)
                        .filteredOn(part -> part.stream().anyMatch(pattern -> pattern.matches(test)))
                        .hasSize(1));
    }

    /** The classes that Surefire takes for tests, relative to the folder of test sources. */
    private static List<Path> tests() throws IOException {
        try (Stream<Path> files = Files.walk(ROOT.resolve("services"))) {
            return files.filter(file -> file.toString().contains("/src/test/java/"))
                    .filter(file -> file.getFileName().toString().matches("(Test.*|.*(Test|Tests|TestCase))\\.java"))
                    .filter(RunTestsScriptTest::hasTests)
                    .map(file -> Path.of(file.toString().replaceFirst(".*/src/test/java/", "")))
                    .toList();
        }
    }

    private static boolean hasTests(Path file) {
        try {
            return Files.readString(file).matches("(?s).*@(Test|ParameterizedTest|RepeatedTest|TestFactory)\\b.*");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<List<PathMatcher>> parts() throws IOException {
        return Files.readAllLines(ROOT.resolve(".mvn/run-tests.sh")).stream()
                .map(String::strip)
                .filter(line -> line.startsWith("'org/"))
                .map(line -> Arrays.stream(line.substring(1, line.length() - 1).split(", "))
                        .map(RunTestsScriptTest::pattern)
                        .toList())
                .toList();
    }

    /** As Surefire reads it: two asterisks and a slash stand for no folder too. */
    private static PathMatcher pattern(String text) {
        PathMatcher nested = FileSystems.getDefault().getPathMatcher("glob:" + text + ".java");
        PathMatcher direct = FileSystems.getDefault().getPathMatcher("glob:" + text.replace("/**/", "/") + ".java");
        return file -> nested.matches(file) || direct.matches(file);
    }
}
