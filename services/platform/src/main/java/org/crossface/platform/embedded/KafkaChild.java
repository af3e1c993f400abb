package org.crossface.platform.embedded;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.errors.RetriableException;
import org.apache.kafka.common.errors.TopicExistsException;

/**
 * Apache Kafka as a child process with its own class path and heap. It keeps its records from start to start and shuts
 * down by itself, cleanly, when this JVM dies.
 *
 * <p>Directory: {@code lock}, {@code broker.lock}, {@code data}, {@code port}, {@code kafka.log}, {@code kafka.jsa}.
 */
public final class KafkaChild implements AutoCloseable {
    private static final Duration READY_LIMIT = Duration.ofMinutes(2);
    /** Time to close its logs and, the first time, to write the class data archive that speeds up later starts. */
    private static final Duration STOP_LIMIT = Duration.ofSeconds(10);

    /** Wait for an earlier broker that is still shutting down. */
    private static final Duration EARLIER_LIMIT = Duration.ofSeconds(60);

    private static final int CALL_MILLIS = 2_000;
    private static final long PAUSE_MILLIS = 100;

    private final Place place;
    private final DirectoryLock lock;
    private volatile ChildProcess process;

    private KafkaChild(Place place, DirectoryLock lock, ChildProcess process) {
        this.place = place;
        this.lock = lock;
        this.process = process;
    }

    /** What all processes of this broker have in common. */
    private record Place(Path root, int port, Collection<NewTopic> topics) {}

    /**
     * Starts a broker in the directory, which is created if missing, and returns when it answers and has the topics.
     *
     * @param port the port to listen on, at 127.0.0.1 only; empty for a free one that is kept from start to start
     * @param topics created when they are missing, with one replica; those that exist are left as they are
     * @throws EmbeddedServerException if the directory or the port is in use, or the broker does not start
     */
    public static KafkaChild start(Path directory, OptionalInt port, Collection<NewTopic> topics) {
        Path root = directory.toAbsolutePath().normalize();
        try {
            PrivateFiles.directory(root);
            DirectoryLock lock = DirectoryLock.take(root);
            try {
                return startLocked(root, port, topics, lock);
            } catch (IOException | InterruptedException | RuntimeException e) {
                lock.close();
                throw e;
            }
        } catch (IOException e) {
            throw new EmbeddedServerException("Cannot start Kafka in " + root + ": " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new EmbeddedServerException("Interrupted while Kafka started", e);
        }
    }

    private static KafkaChild startLocked(
            Path root, OptionalInt wanted, Collection<NewTopic> topics, DirectoryLock lock)
            throws IOException, InterruptedException {
        awaitEndOfEarlierBroker(root);
        int port = wanted.isPresent()
                ? Port.fixed(wanted.getAsInt(), "crossface.kafka.port")
                : Port.kept(root.resolve("port"));
        Place place = new Place(root, port, List.copyOf(topics));
        return new KafkaChild(place, lock, launch(place));
    }

    /** Returns when the broker answers and has the topics; one that does not is killed. */
    private static ChildProcess launch(Place place) throws IOException, InterruptedException {
        ChildProcess process = ChildProcess.start(
                "embedded Kafka",
                KafkaProgram.find().command(place.root(), place.port(), Port.free()),
                PrivateFiles.log(place.root().resolve("kafka.log")));
        try {
            awaitReady(place, process);
            return process;
        } catch (IOException | InterruptedException | RuntimeException e) {
            process.kill();
            throw e;
        }
    }

    /** The broker of a JVM that was killed needs some seconds to shut down; it holds this lock until then. */
    private static void awaitEndOfEarlierBroker(Path root) throws IOException, InterruptedException {
        long start = System.nanoTime();
        try (FileChannel channel =
                FileChannel.open(root.resolve("broker.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            while (!isFree(channel)) {
                if (System.nanoTime() - start > EARLIER_LIMIT.toNanos()) {
                    throw new EmbeddedServerException("Kafka of an earlier run still holds "
                            + root.resolve("broker.lock") + " after " + EARLIER_LIMIT.toSeconds()
                            + " s. End it (its main class is " + KafkaProgram.MAIN_CLASS + "), then start again.");
                }
                Thread.sleep(PAUSE_MILLIS);
            }
        }
    }

    private static boolean isFree(FileChannel channel) throws IOException {
        try (FileLock held = channel.tryLock()) {
            return held != null;
        }
    }

    private static void awaitReady(Place place, ChildProcess process) throws IOException, InterruptedException {
        Map<String, Object> settings = Map.of(
                AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, "127.0.0.1:" + place.port(),
                AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, CALL_MILLIS,
                AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, CALL_MILLIS);
        long start = System.nanoTime();
        while (!Port.answers(place.port())) {
            pauseWhileAlive(process, start);
        }
        Admin admin = Admin.create(settings);
        try {
            while (!isReady(admin, place.topics())) {
                pauseWhileAlive(process, start);
            }
        } finally {
            admin.close(Duration.ofMillis(CALL_MILLIS));
        }
    }

    private static void pauseWhileAlive(ChildProcess process, long start) throws IOException, InterruptedException {
        if (!process.isAlive()) {
            throw process.endedEarly();
        }
        if (System.nanoTime() - start > READY_LIMIT.toNanos()) {
            throw process.late(READY_LIMIT);
        }
        Thread.sleep(PAUSE_MILLIS);
    }

    private static boolean isReady(Admin admin, Collection<NewTopic> topics) throws InterruptedException {
        try {
            if (admin.describeCluster().nodes().get().isEmpty()) {
                return false;
            }
            Set<String> present = admin.listTopics().names().get();
            List<NewTopic> missing = topics.stream()
                    .filter(topic -> !present.contains(topic.name()))
                    .toList();
            admin.createTopics(missing).all().get();
            return true;
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RetriableException || e.getCause() instanceof TopicExistsException) {
                return false;
            }
            throw new EmbeddedServerException("Kafka refuses its topics: " + e.getMessage(), e);
        }
    }

    /** The address for clients. */
    public String bootstrapServers() {
        return "127.0.0.1:" + place.port();
    }

    /** The process id of the broker. */
    public long pid() {
        return process.pid();
    }

    /** Stops the broker cleanly and releases its directory. */
    @Override
    public void close() {
        try {
            process.closeInput();
            if (!process.awaitEnd(STOP_LIMIT)) {
                process.kill();
            }
            lock.close();
        } catch (IOException e) {
            throw new EmbeddedServerException("Cannot stop Kafka: " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new EmbeddedServerException("Interrupted while Kafka stopped", e);
        }
    }

    /** This broker in the form that a supervisor can start again. */
    SupervisedChild supervised() {
        return new Supervised();
    }

    private final class Supervised implements SupervisedChild {
        @Override
        public String name() {
            return process.name();
        }

        @Override
        public long pid() {
            return process.pid();
        }

        @Override
        public CompletableFuture<Integer> ended() {
            return process.ended();
        }

        @Override
        public boolean answers(Duration limit) {
            return KafkaSignOfLife.isGiven(place.port(), limit);
        }

        @Override
        public void kill() {
            process.kill();
        }

        @Override
        public void startAgain() throws IOException, InterruptedException {
            awaitEndOfEarlierBroker(place.root());
            process = launch(place);
        }

        @Override
        public void close() {
            KafkaChild.this.close();
        }
    }
}
