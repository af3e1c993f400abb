package org.crossface.platform.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whose tests share servers, and that none of these outlives its build. */
class TestServersTest {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Pattern GOT = Pattern.compile("got (\\d+) (\\d+) (\\d+)");

    @TempDir
    private Path directory;

    private final List<Process> builds = new ArrayList<>();

    /** A build with some test JVMs that have all got their servers. */
    private record Build(Process process, List<Got> tests) {
        ProcessHandle postmaster() {
            return ProcessHandle.of(tests.getFirst().postmaster()).orElseThrow();
        }
    }

    private record Got(int port, int client, long postmaster) {}

    private Build start(int tests) throws IOException {
        // The process that is started here is the build, not the one of this test.
        Process process = new ProcessBuilder(
                        BuildProgram.command("", "build", Integer.toString(tests), directory.toString()))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        builds.add(process);
        List<Got> got = new ArrayList<>();
        BufferedReader said = process.inputReader(StandardCharsets.UTF_8);
        while (got.size() < tests) {
            String line = said.readLine();
            assertThat(line).as("it said %s", got).isNotNull();
            Matcher matcher = GOT.matcher(line);
            if (matcher.matches()) {
                got.add(new Got(
                        Integer.parseInt(matcher.group(1)),
                        Integer.parseInt(matcher.group(2)),
                        Long.parseLong(matcher.group(3))));
            }
        }
        return new Build(process, got);
    }

    /** Beside what the next build uses again. */
    private List<Path> left() throws IOException {
        try (Stream<Path> all = Files.list(directory)) {
            return all.filter(Files::isDirectory)
                    .filter(path -> path.getFileName().toString().startsWith("build-"))
                    .toList();
        }
    }

    @AfterEach
    void endWhatStillRuns() {
        builds.forEach(Process::destroyForcibly);
        await().atMost(PATIENCE).until(() -> left().isEmpty());
    }

    @Test
    void theTestsOfOneBuildShareAServerThatEndsWithIt() throws IOException {
        Build build = start(2);
        assertThat(build.tests())
                .extracting(Got::port)
                .containsOnly(build.tests().getFirst().port());
        assertThat(build.tests()).extracting(Got::client).doesNotHaveDuplicates();
        assertThat(build.postmaster().isAlive()).isTrue();
        assertThat(left()).hasSize(1);

        Build beside = start(1);
        assertThat(beside.tests().getFirst().port())
                .as("two builds in one directory do not meet")
                .isNotEqualTo(build.tests().getFirst().port());

        ProcessHandle postmaster = build.postmaster();
        build.process().destroyForcibly();
        await().atMost(PATIENCE).until(() -> !postmaster.isAlive());
        await().atMost(PATIENCE).until(() -> left().size() == 1);
        assertThat(beside.postmaster().isAlive()).isTrue();
    }

    @Test
    void theServerDoesNotOutliveTheProgramThatHoldsIt() throws IOException {
        assumeTrue(Files.isExecutable(Path.of("/usr/bin/setpriv")), "only Linux tells a child of its parent's death");
        Build build = start(1);
        ProcessHandle postmaster = build.postmaster();

        postmaster.parent().orElseThrow().destroyForcibly();

        await().atMost(PATIENCE).until(() -> !postmaster.isAlive());
        assertThat(left()).as("what a killed program leaves").hasSize(1);
        build.process().destroyForcibly();
        Build next = start(1);
        assertThat(left()).as("the next one removes").hasSize(1);
        assertThat(next.postmaster().isAlive()).isTrue();
    }
}
