package org.crossface.platform.embedded;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Exclusive ownership of a directory by one JVM, held through an operating system lock on its file {@code lock}. The
 * system releases it when the JVM dies, however it dies.
 */
final class DirectoryLock implements AutoCloseable {
    /* Closing a second channel on a locked file would release the lock of this process, so it is never opened twice. */
    private static final Set<Path> HELD_BY_THIS_JVM = ConcurrentHashMap.newKeySet();

    private final Path file;
    private final FileChannel channel;

    private DirectoryLock(Path file, FileChannel channel) {
        this.file = file;
        this.channel = channel;
    }

    /**
     * Takes the directory.
     *
     * @throws EmbeddedServerException if another server, in this JVM or another, holds the lock
     */
    static DirectoryLock take(Path directory) throws IOException {
        Path file = directory.toRealPath().resolve("lock");
        if (!HELD_BY_THIS_JVM.add(file)) {
            throw inUse(directory, "this process");
        }
        DirectoryLock lock = null;
        try {
            lock = tryTake(file);
        } finally {
            if (lock == null) {
                HELD_BY_THIS_JVM.remove(file);
            }
        }
        if (lock == null) {
            throw inUse(directory, "process " + Files.readString(file).strip());
        }
        return lock;
    }

    private static @Nullable DirectoryLock tryTake(Path file) throws IOException {
        FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        FileLock held = channel.tryLock();
        if (held == null) {
            channel.close();
            return null;
        }
        channel.truncate(0);
        channel.write(ByteBuffer.wrap((ProcessHandle.current().pid() + "\n").getBytes(StandardCharsets.US_ASCII)));
        return new DirectoryLock(file, channel);
    }

    private static EmbeddedServerException inUse(Path directory, String owner) {
        return new EmbeddedServerException("The directory " + directory + " is in use by " + owner
                + ". Stop that server, or start this one with another --crossface.home.");
    }

    @Override
    public void close() throws IOException {
        if (channel.isOpen()) {
            channel.close();
            HELD_BY_THIS_JVM.remove(file);
        }
    }
}
