package org.crossface.platform.testing;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The PostgreSQL and the Kafka that all tests of a build share. The first test JVM that needs one starts {@link TestServersProgram}, which
 * ends with the build; as long as this JVM lives it is connected to that program.
 */
public final class TestServers {

    private static @Nullable TestServers connected;

    private final BufferedReader answers;
    private final PrintWriter questions;
    private final int postgresPort;
    private final int client;
    private final long postmaster;

    private TestServers(Socket socket) throws IOException {
        this.answers = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
        this.questions = new PrintWriter(socket.getOutputStream(), true, StandardCharsets.UTF_8);
        String[] words = ask(TestServersProgram.POSTGRES).split(" ", -1);
        this.postgresPort = Integer.parseInt(words[0]);
        this.client = Integer.parseInt(words[1]);
        this.postmaster = Long.parseLong(words[2]);
    }

    /**
     * Those of this build, started if they do not run.
     *
     * @throws IllegalStateException if they do not start
     */
    static synchronized TestServers ofThisBuild() {
        TestServers known = connected;
        if (known == null) {
            known = connect(BuildOfTests.current());
            connected = known;
        }
        return known;
    }

    private static TestServers connect(BuildOfTests build) {
        Path parent = build.directory().resolveSibling(".");
        try {
            Files.createDirectories(parent);
            try (FileChannel channel = FileChannel.open(
                            parent.resolve("starting.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                    FileLock held = channel.lock()) {
                Optional<TestServers> running = running(build);
                if (running.isPresent() && held.isValid()) {
                    return running.get();
                }
                start(build);
                return running(build).orElseThrow(() -> new IllegalStateException("The tests' servers are gone"));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Optional<TestServers> running(BuildOfTests build) throws IOException {
        Path file = build.directory().resolve(TestServersProgram.PORT_FILE);
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        int port = Integer.parseInt(Files.readString(file).strip());
        try {
            return Optional.of(new TestServers(new Socket(InetAddress.getLoopbackAddress(), port)));
        } catch (IOException gone) {
            Files.deleteIfExists(file);
            return Optional.empty();
        }
    }

    /** Returns when the program has written its port. */
    private static void start(BuildOfTests build) throws IOException {
        Path log = build.directory().resolveSibling(build.directory().getFileName() + ".log");
        Process process = new ProcessBuilder(command(build))
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        // What it does until then has limits of its own.
        while (!Files.exists(build.directory().resolve(TestServersProgram.PORT_FILE))) {
            if (endsSoon(process)) {
                throw new IllegalStateException("The tests' servers do not start: " + Files.readString(log));
            }
        }
    }

    private static boolean endsSoon(Process process) {
        try {
            return process.waitFor(Duration.ofMillis(20));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while the tests' servers started", e);
        }
    }

    private static List<String> command(BuildOfTests build) {
        List<String> command = new ArrayList<>();
        // A session of its own, so that Ctrl-C does not reach it before the tests have ended.
        if (Files.isExecutable(Path.of("/usr/bin/setsid"))) {
            command.add("/usr/bin/setsid");
        }
        command.addAll(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx128m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-D" + TestServersProgram.PROGRAMS + "=" + programs(build),
                "-cp",
                classPath(),
                TestServersProgram.class.getName(),
                build.directory().toString(),
                Long.toString(build.process().pid())));
        return command;
    }

    /** Where this JVM's tests unpack them too, if the poms say so. */
    private static String programs(BuildOfTests build) {
        String usual = build.directory().resolveSibling("programs").toString();
        String named = System.getProperty(TestServersProgram.PROGRAMS, "");
        return named.isEmpty() ? usual : named;
    }

    /** Surefire's JVMs have one jar that names all others; it is removed when they end. */
    static String classPath() {
        return System.getProperty("surefire.test.class.path", System.getProperty("java.class.path", ""));
    }

    private String ask(String question) throws IOException {
        questions.println(question);
        String answer = answers.readLine();
        if (answer == null) {
            throw new IOException("The tests' servers have ended");
        }
        if (!answer.startsWith(TestServersProgram.OK)) {
            throw new IllegalStateException("The tests' servers: " + answer);
        }
        return answer.substring(TestServersProgram.OK.length());
    }

    /** PostgreSQL's port on 127.0.0.1. */
    int postgresPort() {
        return postgresPort;
    }

    /** A number that no other test JVM of this build has. */
    int client() {
        return client;
    }

    /** The process id of PostgreSQL. */
    long postmaster() {
        return postmaster;
    }

    /** Where Kafka's clients connect; the broker starts when a test of the build first asks for it. */
    public static String kafka() {
        TestServers servers = ofThisBuild();
        synchronized (servers) {
            try {
                return servers.ask(TestServersProgram.KAFKA);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** Something to put before the names of topics, which no other test of this build has. */
    public static String newTopicPrefix() {
        return "t" + ofThisBuild().client() + "-" + TestPostgres.nextNumber() + ".";
    }
}
