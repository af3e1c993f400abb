package org.crossface.kafka;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.metadata.storage.Formatter;

/**
 * The directory of one broker: its lock {@code broker.lock} and its {@code data}, formatted at the first start. The cluster id is created
 * then and kept.
 */
final class BrokerDirectory {
    /** The only node of the cluster. */
    static final int NODE_ID = 1;

    private final Path root;

    BrokerDirectory(Path root) {
        this.root = root.toAbsolutePath().normalize();
    }

    Path data() {
        return root.resolve("data");
    }

    /**
     * Locks the directory until this JVM ends; waits for an earlier broker that is still shutting down.
     *
     * @return the lock, which must stay reachable
     */
    FileLock lock() throws IOException {
        Files.createDirectories(root);
        return FileChannel.open(root.resolve("broker.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE)
                .lock();
    }

    /** Formats the data directory unless that was done; an interrupted attempt is discarded, since it holds no record. */
    void formatIfNew() throws Exception {
        if (Files.exists(data().resolve("meta.properties"))) {
            return;
        }
        Path unfinished = root.resolve("data.unfinished");
        deleteTree(unfinished);
        Files.createDirectories(unfinished);
        new Formatter()
                .setNodeId(NODE_ID)
                .setClusterId(Uuid.randomUuid().toString())
                .setControllerListenerName(BrokerSettings.CONTROLLER_LISTENER)
                .addDirectory(unfinished.toString())
                .setMetadataLogDirectory(Optional.of(unfinished.toString()))
                .setHasDynamicQuorum(false)
                .setIgnoreFormatted(true)
                .run();
        Files.move(unfinished, data(), StandardCopyOption.ATOMIC_MOVE);
    }

    private static void deleteTree(Path tree) throws IOException {
        if (!Files.exists(tree)) {
            return;
        }
        try (Stream<Path> paths = Files.walk(tree)) {
            for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }
}
