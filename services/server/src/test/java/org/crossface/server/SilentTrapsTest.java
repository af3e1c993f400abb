package org.crossface.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The page of the silent traps names the test that would notice each one's return: that test has to be there. */
class SilentTrapsTest {

    private static final Path SERVICES = Path.of("..").toAbsolutePath().normalize();
    private static final Pattern TEST = Pattern.compile("`([A-Z][A-Za-z]*Test)(?:\\.([a-z][A-Za-z]*))?`");

    @Test
    void eachTrapNamesATestThatExists() throws IOException {
        List<String> traps = Files.readAllLines(SERVICES.resolveSibling("docs").resolve("silent-traps.md")).stream()
                .filter(line -> line.startsWith("| ") && !line.startsWith("| trap "))
                .toList();
        assertThat(traps).hasSizeGreaterThan(10).allSatisfy(trap -> {
            String noticedBy = trap.substring(trap.lastIndexOf('|', trap.length() - 2));
            List<MatchResult> tests = TEST.matcher(noticedBy).results().toList();
            assertThat(noticedBy).matches(text -> !tests.isEmpty() || text.contains("in every build"));
            assertThat(tests)
                    .allSatisfy(test -> assertThat(sourceOf(test.group(1)))
                            .contains(
                                    test.group(2) == null ? "class " + test.group(1) : "void " + test.group(2) + "("));
        });
    }

    private static String sourceOf(String test) {
        try (Stream<Path> files = Files.walk(SERVICES)) {
            Path source = files.filter(file -> file.endsWith(test + ".java"))
                    .findFirst()
                    .orElseThrow(() -> new AssertionError("There is no " + test));
            return Files.readString(source);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
