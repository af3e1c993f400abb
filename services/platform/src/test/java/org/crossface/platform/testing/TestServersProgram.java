package org.crossface.platform.testing;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.crossface.platform.embedded.DisposablePostgres;
import org.crossface.platform.embedded.EmbeddedServerException;
import org.crossface.platform.embedded.KafkaChild;
import org.jspecify.annotations.Nullable;
import org.springframework.util.FileSystemUtils;

/**
 * Holds the servers of a build: {@code TestServersProgram <directory> <process id of the build>}. It ends, and the servers with it, when
 * the build's process is gone, however it ended, or when no test JVM has been connected for some minutes: a build daemon or an IDE lives on
 * after its tests. If it is killed itself, its children end by themselves.
 */
final class TestServersProgram implements AutoCloseable {

    static final String PORT_FILE = "port";
    static final String POSTGRES = "postgres";
    static final String KAFKA = "kafka";
    static final String OK = "ok ";

    /** The system property that names the directory of PostgreSQL's unpacked programs, which the next build uses again. */
    static final String PROGRAMS = "crossface.postgres.programs";

    private static final int LOOK_MILLIS = 500;
    private static final long IDLE_NANOS = Duration.ofMinutes(5).toNanos();

    private final Path directory;
    private final ProcessHandle build;
    private final DisposablePostgres postgres;
    private final ServerSocket door;
    private final AtomicInteger clients = new AtomicInteger();
    private final AtomicInteger connected = new AtomicInteger();
    private @Nullable KafkaChild kafka;

    private TestServersProgram(Path directory, ProcessHandle build) throws IOException, InterruptedException {
        this.directory = directory;
        this.build = build;
        Files.createDirectories(directory);
        this.postgres = DisposablePostgres.start(directory.resolve("postgres"));
        this.door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    }

    /** Stays until the build has ended. */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        Path directory = Path.of(arguments[0]);
        ProcessHandle build = ProcessHandle.of(Long.parseLong(arguments[1]))
                .orElseThrow(() -> new IllegalStateException("The build has ended"));
        removeLeftOvers(directory);
        TestServersProgram servers = new TestServersProgram(directory, build);
        Runtime.getRuntime().addShutdownHook(new Thread(servers::close, "end"));
        servers.announce();
        servers.serve();
        System.exit(0);
    }

    /** What programs like this one have left that were killed. */
    private static void removeLeftOvers(Path directory) throws IOException {
        List<Path> siblings;
        try (Stream<Path> all = Files.list(directory.resolveSibling("."))) {
            siblings = all.filter(path -> path.getFileName().toString().matches("build-\\d+-\\d+(\\.log)?"))
                    .filter(path -> !path.getFileName()
                            .toString()
                            .startsWith(directory.getFileName().toString()))
                    .toList();
        }
        for (Path sibling : siblings) {
            long pid = Long.parseLong(sibling.getFileName().toString().split("-", -1)[1]);
            if (ProcessHandle.of(pid).isEmpty()) {
                FileSystemUtils.deleteRecursively(sibling);
            }
        }
    }

    /** The port appears when all of it is there. */
    private void announce() throws IOException {
        Path unfinished = directory.resolve(PORT_FILE + ".new");
        Files.writeString(unfinished, door.getLocalPort() + "\n");
        Files.move(unfinished, directory.resolve(PORT_FILE), StandardCopyOption.ATOMIC_MOVE);
    }

    private void serve() throws IOException {
        door.setSoTimeout(LOOK_MILLIS);
        long lastUse = System.nanoTime();
        while (build.isAlive() && System.nanoTime() - lastUse < IDLE_NANOS) {
            try {
                Socket socket = door.accept();
                connected.incrementAndGet();
                Thread.ofPlatform().daemon().start(() -> talk(socket));
            } catch (SocketTimeoutException nobodyNew) {
                if (connected.get() == 0) {
                    continue;
                }
            }
            lastUse = System.nanoTime();
        }
    }

    private void talk(Socket socket) {
        int client = clients.incrementAndGet();
        try (socket;
                BufferedReader questions =
                        new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
                PrintWriter answers = new PrintWriter(socket.getOutputStream(), true, StandardCharsets.UTF_8)) {
            for (String question = questions.readLine(); question != null; question = questions.readLine()) {
                answers.println(answer(question, client));
            }
        } catch (IOException gone) {
            System.out.println("Client " + client + " is gone: " + gone.getMessage());
        } finally {
            dropDatabasesOf(client);
            connected.decrementAndGet();
        }
    }

    private String answer(String question, int client) {
        try {
            return switch (question) {
                case POSTGRES -> OK + postgres.port() + " " + client + " " + postgres.pid();
                case KAFKA -> OK + broker().bootstrapServers();
                default -> "unknown: " + question;
            };
        } catch (EmbeddedServerException e) {
            return "failed: " + String.valueOf(e.getMessage()).replace('\n', ' ');
        }
    }

    private synchronized KafkaChild broker() {
        KafkaChild running = kafka;
        if (running == null) {
            running = KafkaChild.start(directory.resolve("kafka"), OptionalInt.empty(), List.of());
            kafka = running;
        }
        return running;
    }

    /** A test JVM leaves behind what its tests have not closed. */
    private void dropDatabasesOf(int client) {
        String url = "jdbc:postgresql://127.0.0.1:" + postgres.port() + "/postgres";
        try (Connection connection = DriverManager.getConnection(url, DisposablePostgres.SUPERUSER, "");
                Statement statement = connection.createStatement()) {
            List<String> names = new ArrayList<>();
            try (ResultSet found = statement.executeQuery(
                    "SELECT datname FROM pg_database WHERE datname ~ '^(test|empty)_" + client + "_'")) {
                while (found.next()) {
                    names.add(found.getString(1));
                }
            }
            for (String name : names) {
                statement.execute("DROP DATABASE IF EXISTS " + name + " WITH (FORCE)");
            }
        } catch (SQLException e) {
            System.out.println("The databases of client " + client + " stay: " + e.getMessage());
        }
    }

    /** Ends the servers and removes what they have written. */
    @Override
    public void close() {
        try {
            synchronized (this) {
                if (kafka != null) {
                    kafka.close();
                }
            }
            postgres.close();
            FileSystemUtils.deleteRecursively(directory);
        } catch (IOException e) {
            System.out.println("Not all is gone: " + e.getMessage());
        }
    }
}
