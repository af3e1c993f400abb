package org.crossface.platform.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** On a system without a directory of processes, as macOS; with one, see {@link PostgresChildTest}. */
class OrphanedPostmasterTest {

    private static final Path PROCESSES = Path.of("/no/directory/of/processes");

    @TempDir
    private Path home;

    private Path data;
    private Process standIn;

    /** A shell by the name of PostgreSQL, which waits for input that never comes. */
    @BeforeEach
    void start() throws IOException {
        data = Files.createDirectory(home.resolve("data"));
        Path program = Files.copy(Path.of("/bin/sh"), home.resolve("postgres"));
        assertThat(program.toFile().setExecutable(true)).isTrue();
        standIn = new ProcessBuilder(program.toString(), "-c", "read input", "-D", data.toString()).start();
    }

    @AfterEach
    void end() {
        standIn.destroyForcibly();
    }

    private Path pidFile(long pid) throws IOException {
        return Files.writeString(data.resolve("postmaster.pid"), pid + "\n" + data + "\n");
    }

    @Test
    void thePostmasterThatTheFileNamesIsStoppedAndTheFileLeftToPostgres() throws Exception {
        Path file = pidFile(standIn.pid());

        OrphanedPostmaster.stop(data, PROCESSES);

        assertThat(standIn.waitFor(10, TimeUnit.SECONDS)).isTrue();
        assertThat(file).exists();
    }

    @Test
    void aProgramThatGotItsNumberIsLeftAlone() throws Exception {
        Path file = pidFile(standIn.pid());
        Path another = Files.createDirectory(home.resolve("another"));
        Files.copy(file, another.resolve("postmaster.pid"));

        OrphanedPostmaster.stop(another, PROCESSES);

        assertThat(standIn.isAlive()).isTrue();
    }

    @Test
    void whereProcessesCanBeSeenTheFileOfADeadOneGoes() throws Exception {
        standIn.destroyForcibly().waitFor();
        Path file = pidFile(standIn.pid());

        OrphanedPostmaster.stop(data);

        assertThat(file).doesNotExist();
    }
}
