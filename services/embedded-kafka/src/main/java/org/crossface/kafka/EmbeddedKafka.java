package org.crossface.kafka;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.FileLock;
import java.nio.file.Path;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.common.utils.Time;

/**
 * The broker as a program of its own: {@code EmbeddedKafka <directory> <port> <controller port>}. It shuts down cleanly
 * when its standard input ends, which happens also when the process that started it is killed.
 */
public final class EmbeddedKafka implements AutoCloseable {
    private final KafkaRaftServer server;
    private final FileLock lock;

    private EmbeddedKafka(KafkaRaftServer server, FileLock lock) {
        this.server = server;
        this.lock = lock;
    }

    /** Starts the broker and runs until standard input ends. */
    public static void main(String[] arguments) throws Exception {
        if (arguments.length != 3) {
            throw new IllegalArgumentException("Expected: <directory> <port> <controller port>");
        }
        InputStream parent = System.in;
        Thread.ofPlatform().daemon().name("parent-watch").start(() -> exitWhenParentIsGone(parent));
        EmbeddedKafka kafka =
                start(Path.of(arguments[0]), Integer.parseInt(arguments[1]), Integer.parseInt(arguments[2]));
        Runtime.getRuntime().addShutdownHook(new Thread(kafka::close, "kafka-shutdown"));
        kafka.server.awaitShutdown();
    }

    /**
     * Starts a broker in the directory, formatted at the first start; returns when it listens.
     *
     * @param port for clients, on 127.0.0.1
     * @param controllerPort for the controller, on 127.0.0.1
     */
    public static EmbeddedKafka start(Path directory, int port, int controllerPort) throws Exception {
        BrokerDirectory place = new BrokerDirectory(directory);
        FileLock lock = place.lock();
        place.formatIfNew();
        KafkaRaftServer server = new KafkaRaftServer(
                KafkaConfig.fromProps(BrokerSettings.of(place.data(), port, controllerPort), false), Time.SYSTEM);
        server.startup();
        return new EmbeddedKafka(server, lock);
    }

    /** Stops the broker cleanly and releases its directory. */
    @Override
    public void close() {
        server.shutdown();
        server.awaitShutdown();
        try {
            lock.acquiredBy().close();
        } catch (IOException e) {
            throw new IllegalStateException("Cannot release the broker's directory", e);
        }
    }

    private static void exitWhenParentIsGone(InputStream parent) {
        try {
            parent.transferTo(OutputStream.nullOutputStream());
        } catch (IOException brokenPipe) {
            System.err.println("The parent's pipe broke: " + brokenPipe.getMessage());
        }
        System.exit(0);
    }
}
