package org.crossface.platform.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PostgresChildTest {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @TempDir
    private static Path shared;

    @TempDir
    private Path home;

    private final List<Process> started = new ArrayList<>();

    /** A first start takes seconds, nearly all of them initdb's; the tests of later starts begin with a copy of one. */
    @BeforeAll
    static void startOnce() {
        System.setProperty(PostgresDirectory.PROGRAMS_PROPERTY, shared.toString());
        PostgresChild.start(initialised()).close();
    }

    private static Path initialised() {
        return shared.resolve("initialised");
    }

    private void startedBefore() throws IOException, InterruptedException {
        Process copy = new ProcessBuilder("cp", "-a", initialised() + "/.", home.toString())
                .inheritIO()
                .start();
        assertThat(copy.waitFor()).isZero();
        Files.delete(home.resolve("port"));
    }

    @AfterEach
    void endWhatStillRuns() {
        started.forEach(Process::destroyForcibly);
    }

    @Test
    void aRestartKeepsTheDataAndThePort() throws SQLException {
        int port;
        try (PostgresChild postgres = PostgresChild.start(home)) {
            port = postgres.port();
            Sql.execute(postgres, "CREATE TABLE kept AS SELECT 'still here' AS word");
        }
        try (PostgresChild postgres = PostgresChild.start(home)) {
            assertThat(Sql.query(postgres, "SELECT word FROM kept")).isEqualTo("still here");
            assertThat(postgres.port()).isEqualTo(port);
        }
    }

    @Test
    void everyCommitIsFlushedToDisk() throws Exception {
        startedBefore();
        try (PostgresChild postgres = PostgresChild.start(home)) {
            assertThat(Sql.query(postgres, "SHOW fsync")).isEqualTo("on");
            assertThat(Sql.query(postgres, "SHOW synchronous_commit")).isEqualTo("on");
            assertThat(Sql.query(postgres, "SHOW data_checksums")).isEqualTo("on");
        }
    }

    @Test
    void nobodyGetsInWithoutThePasswordKeptInAPrivateFile() throws Exception {
        startedBefore();
        try (PostgresChild postgres = PostgresChild.start(home)) {
            assertThatThrownBy(() -> DriverManager.getConnection(postgres.jdbcUrl(), PostgresChild.SERVER, "guess"))
                    .isInstanceOfSatisfying(
                            SQLException.class, e -> assertThat(e.getSQLState()).isEqualTo("28P01"));
            for (String file : List.of("superuser.password", "owner.password", "server.password")) {
                assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(home.resolve(file))))
                        .isEqualTo("rw-------");
            }
        }
    }

    @Test
    void theServerRoleIsNeitherSuperuserNorOwner() throws Exception {
        startedBefore();
        try (PostgresChild postgres = PostgresChild.start(home)) {
            String powers =
                    "SELECT rolsuper OR rolcreaterole OR rolcreatedb OR rolbypassrls FROM pg_roles WHERE rolname = ";
            assertThat(Sql.query(postgres, powers + "'crossface_server'")).isEqualTo("f");
            assertThat(Sql.query(postgres, powers + "'crossface_owner'")).isEqualTo("f");
            assertThat(Sql.query(
                            postgres, "SELECT pg_get_userbyid(datdba) FROM pg_database WHERE datname = 'crossface'"))
                    .isEqualTo("crossface_owner");
        }
    }

    @Test
    void killingTheJvmStopsPostgresAndTheNextStartHasTheCommittedRow() throws Exception {
        startedBefore();
        Process jvm = launch(CommittingProgram.class, home);
        ProcessHandle postmaster = postmasterOf(jvm);
        jvm.destroyForcibly().waitFor();
        try (PostgresChild postgres = PostgresChild.start(home)) {
            // It gives its directory free a moment before it is gone.
            await().atMost(PATIENCE).until(() -> !postmaster.isAlive());
            assertThat(Sql.query(postgres, "SELECT word FROM kept")).isEqualTo("committed");
        }
    }

    @Test
    void killingPostgresAndTheJvmLosesNoCommittedRow() throws Exception {
        startedBefore();
        Process jvm = launch(CommittingProgram.class, home);
        postmasterOf(jvm).destroyForcibly();
        jvm.destroyForcibly().waitFor();
        try (PostgresChild postgres = PostgresChild.start(home)) {
            assertThat(Sql.query(postgres, "SELECT word FROM kept")).isEqualTo("committed");
        }
        assertThat(Files.readString(home.resolve("postgres.log"))).contains("automatic recovery in progress");
    }

    @Test
    void aSecondStartOnTheSameHomeIsRefusedAndLeavesTheFirstAlone() throws Exception {
        startedBefore();
        try (PostgresChild first = PostgresChild.start(home)) {
            Process second = launch(CommittingProgram.class, home);
            String output = new String(second.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(second.waitFor()).isNotZero();
            assertThat(output)
                    .contains("in use by process " + ProcessHandle.current().pid());
            assertThatThrownBy(() -> PostgresChild.start(home))
                    .isInstanceOf(EmbeddedServerException.class)
                    .hasMessageContaining("in use by this process");
            assertThat(Sql.query(first, "SELECT 1")).isEqualTo("1");
        }
    }

    @Test
    void aPostmasterThatOutlivedItsJvmIsStoppedFirst() throws Exception {
        startedBefore();
        Process orphan = startWithoutJvm();
        try (PostgresChild postgres = PostgresChild.start(home)) {
            assertThat(orphan.isAlive()).isFalse();
            assertThat(Sql.query(postgres, "SELECT 1")).isEqualTo("1");
        }
    }

    @Test
    void aPidThatAnotherProgramGotSinceIsLeftAlone() throws Exception {
        startedBefore();
        Process other = new ProcessBuilder("sleep", "600").start();
        started.add(other);
        Files.writeString(home.resolve("data/postmaster.pid"), other.pid() + "\n");
        try (PostgresChild postgres = PostgresChild.start(home)) {
            assertThat(Sql.query(postgres, "SELECT 1")).isEqualTo("1");
        }
        assertThat(other.isAlive()).isTrue();
    }

    @Test
    void anInterruptedFirstStartIsMovedAside() throws Exception {
        Files.createDirectories(home.resolve("data.unfinished/base"));
        Files.writeString(home.resolve("data.unfinished/PG_VERSION"), "18\n");
        Files.createDirectories(home.resolve("data/base"));
        try (PostgresChild postgres = PostgresChild.start(home)) {
            assertThat(Sql.query(postgres, "SELECT 1")).isEqualTo("1");
        }
        assertThat(home.resolve("aside-1/PG_VERSION")).exists();
        assertThat(home.resolve("aside-2/base")).exists();
    }

    @Test
    void aFixedPortThatIsTakenIsNamed() throws Exception {
        startedBefore();
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            assertThatThrownBy(() -> PostgresChild.start(home, OptionalInt.of(taken.getLocalPort())))
                    .isInstanceOf(EmbeddedServerException.class)
                    .hasMessageContaining("Port " + taken.getLocalPort() + " is in use")
                    .hasMessageContaining("crossface.postgres.port");
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"USER_NAMESPACE", "NOBODY"})
    void rootRunsItBelowADirectoryThatOnlyRootMayEnter(PostgresAccount account) throws Exception {
        assumeTrue(PostgresAccount.isRoot() && account.works(), "needs root with " + account);
        PostgresDirectory place = new PostgresDirectory(home.resolve("private"), shared, account);
        PrivateFiles.directory(place.root());
        try (PostgresChild postgres = PostgresChild.start(place, OptionalInt.empty())) {
            Sql.execute(postgres, "CREATE TABLE kept AS SELECT 'still here' AS word");
        }
        try (PostgresChild postgres = PostgresChild.start(place.root())) {
            assertThat(Sql.query(postgres, "SELECT word FROM kept"))
                    .as("also under the account that is detected")
                    .isEqualTo("still here");
        }
    }

    private Process startWithoutJvm() throws Exception {
        PostgresDirectory place = new PostgresDirectory(home);
        String program = place.programs().resolve("bin/postgres").toString();
        Process orphan = new ProcessBuilder(place.account()
                        .command(List.of(
                                program,
                                "-D",
                                place.data().toString(),
                                "-p",
                                Integer.toString(Port.free()),
                                "-c",
                                "unix_socket_directories=")))
                .redirectErrorStream(true)
                .redirectOutput(home.resolve("orphan.txt").toFile())
                .start();
        started.add(orphan);
        await().atMost(PATIENCE)
                .until(() -> Files.readString(home.resolve("orphan.txt")).contains("ready to accept connections"));
        return orphan;
    }

    private Process launch(Class<?> program, Path directory) throws IOException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-D" + PostgresDirectory.PROGRAMS_PROPERTY + "=" + shared,
                        "-cp",
                        System.getProperty("java.class.path"),
                        program.getName(),
                        directory.toString())
                .redirectErrorStream(true)
                .start();
        started.add(process);
        return process;
    }

    private static ProcessHandle postmasterOf(Process jvm) throws IOException {
        BufferedReader output = new BufferedReader(new InputStreamReader(jvm.getInputStream(), StandardCharsets.UTF_8));
        String line = output.readLine();
        assertThat(line).startsWith("postmaster ");
        return ProcessHandle.of(Long.parseLong(line.substring("postmaster ".length())))
                .orElseThrow();
    }
}
