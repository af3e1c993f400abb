package org.crossface.server.cluster;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.crossface.server.CrossfaceServer;

/** The server as people start it, in a JVM of its own with PostgreSQL and Kafka as its children. */
public final class ServerProcess implements AutoCloseable {

    /** The property that names the jar of another build, to see how that one fares; it lies where its Kafka is found. */
    private static final String OTHER_BUILD = "crossface.test.server-jar";

    /** Options of a JVM that lives for less than a minute, as the tests' own have them; drills set the property to nothing. */
    private static final String SHORT = "crossface.jvm.short";

    private static final Duration START_LIMIT = Duration.ofMinutes(5);

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();
    private final Path home;
    private final Path log;
    private final URI base;
    private final Process process;

    private ServerProcess(Path directory, int port, List<String> arguments) throws IOException {
        this.home = directory.resolve("home");
        this.log = directory.resolve("server.log");
        this.base = URI.create("http://127.0.0.1:" + port);
        List<String> options = new ArrayList<>(List.of("--crossface.demo=true", "--server.port=" + port));
        options.addAll(arguments);
        this.process = program(log, options);
    }

    /** Begins a start in this directory. */
    public static ServerProcess begin(Path directory, int port, String... arguments) throws IOException {
        return new ServerProcess(directory, port, List.of(arguments));
    }

    /** Starts in this directory and returns when it is ready for requests. */
    public static ServerProcess start(Path directory, int port, String... arguments) throws IOException {
        ServerProcess server = begin(directory, port, arguments);
        await().pollInterval(Duration.ofMillis(200))
                .atMost(START_LIMIT)
                .until(() -> !server.process.isAlive() || server.status("/actuator/health/readiness") == 200);
        if (!server.process.isAlive()) {
            throw new IllegalStateException("It ended: " + server.log());
        }
        return server;
    }

    /** Starts a program of the command line on the same home. */
    Process program(Path output, List<String> options) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx512m",
                "--sun-misc-unsafe-memory-access=allow",
                "--enable-native-access=ALL-UNNAMED"));
        command.addAll(Stream.of(System.getProperty(SHORT, "").split(" ", -1))
                .filter(option -> !option.isEmpty())
                .toList());
        String jar = System.getProperty(OTHER_BUILD);
        command.addAll(
                jar == null
                        ? List.of("-cp", System.getProperty("java.class.path"), CrossfaceServer.class.getName())
                        : List.of("-jar", jar));
        command.add("--crossface.home=" + home);
        command.addAll(options);
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
    }

    public URI base() {
        return base;
    }

    public Path home() {
        return home;
    }

    public String log() throws IOException {
        return Files.readString(log);
    }

    public boolean isAlive() {
        return process.isAlive();
    }

    /** The status of an address; 0 when nobody answers within ten seconds. */
    public int status(String path) throws InterruptedException {
        return answer(HttpRequest.newBuilder(base.resolve(path)).build())
                .map(HttpResponse::statusCode)
                .orElse(0);
    }

    /** What comes of a sign-in to the API, which asks the database; empty when nobody answers within ten seconds. */
    public Optional<HttpResponse<String>> signIn() throws InterruptedException {
        return answer(HttpRequest.newBuilder(base.resolve("/api/tokens"))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString("{\"userName\":\"surgeon\",\"password\":\"crossface-demo\"}"))
                .build());
    }

    /** A page, as somebody asks for it who brings a session. */
    public Optional<HttpResponse<String>> page(String path) throws InterruptedException {
        return answer(HttpRequest.newBuilder(base.resolve(path))
                .header("Cookie", "crossface-session=aGVsbG8")
                .build());
    }

    private Optional<HttpResponse<String>> answer(HttpRequest request) throws InterruptedException {
        try {
            return Optional.of(http.send(
                    HttpRequest.newBuilder(request, (name, value) -> true)
                            .timeout(Duration.ofSeconds(10))
                            .build(),
                    BodyHandlers.ofString()));
        } catch (IOException nobodyAnswers) {
            return Optional.empty();
        }
    }

    /** The postmaster that the data directory names. */
    public long postmaster() throws IOException {
        return Long.parseLong(Files.readAllLines(home.resolve("postgres/data/postmaster.pid"))
                .getFirst()
                .strip());
    }

    /** The living processes of PostgreSQL on this home, the postmaster included. */
    public Set<Long> postgres() throws IOException {
        Path place = home.resolve("postgres/data");
        if (!Files.exists(place)) {
            return Set.of();
        }
        Path data = place.toRealPath();
        return processes().filter(pid -> isIn(pid, data)).collect(Collectors.toSet());
    }

    /** The living broker on this home. */
    public Optional<Long> kafka() throws IOException {
        String directory = home.resolve("kafka").toAbsolutePath().normalize().toString();
        return processes()
                .filter(pid -> {
                    List<String> line = commandLine(pid);
                    return line.contains("org.crossface.kafka.EmbeddedKafka") && line.contains(directory);
                })
                .findFirst();
    }

    private static Stream<Long> processes() {
        return ProcessHandle.allProcesses().filter(ProcessHandle::isAlive).map(ProcessHandle::pid);
    }

    private static boolean isIn(long pid, Path directory) {
        try {
            return Files.readSymbolicLink(Path.of("/proc", Long.toString(pid), "cwd"))
                    .equals(directory);
        } catch (IOException gone) {
            return false;
        }
    }

    private static List<String> commandLine(long pid) {
        try {
            return List.of(Files.readString(Path.of("/proc", Long.toString(pid), "cmdline"))
                    .split("\0"));
        } catch (IOException gone) {
            return List.of();
        }
    }

    /** Sends a signal, such as {@code KILL} or {@code STOP}. */
    public static void signal(String signal, long pid) throws IOException, InterruptedException {
        new ProcessBuilder("sh", "-c", "kill -" + signal + " " + pid).start().waitFor();
    }

    /** Asks it to end, and says how long that took; after two minutes it is killed. */
    public Duration terminate() throws InterruptedException {
        long begin = System.nanoTime();
        process.destroy();
        if (!process.waitFor(2, TimeUnit.MINUTES)) {
            process.destroyForcibly();
        }
        return Duration.ofNanos(System.nanoTime() - begin);
    }

    /** The processes of PostgreSQL and Kafka on this home that still run. */
    public List<Long> leftBehind() throws IOException {
        List<Long> left = new ArrayList<>(postgres());
        kafka().ifPresent(left::add);
        return left;
    }

    /** Ends all of it, whatever state it is in. */
    @Override
    public void close() throws IOException {
        process.destroyForcibly();
        for (long pid : leftBehind()) {
            ProcessHandle.of(pid).ifPresent(ProcessHandle::destroyForcibly);
        }
    }
}
