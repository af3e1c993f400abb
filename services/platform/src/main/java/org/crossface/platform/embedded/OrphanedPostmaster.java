package org.crossface.platform.embedded;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * A PostgreSQL that outlived the JVM that started it. Only the holder of the directory's lock may look for one: the
 * postmaster of a living server looks the same.
 */
final class OrphanedPostmaster {
    private static final Duration SHUTDOWN_LIMIT = Duration.ofSeconds(60);

    private OrphanedPostmaster() {}

    /** Stops the postmaster of this data directory, if one runs, and removes what a dead one left. */
    static void stop(Path data) throws IOException, InterruptedException {
        Path pidFile = data.resolve("postmaster.pid");
        if (!Files.exists(pidFile)) {
            return;
        }
        Optional<ProcessHandle> orphan = firstLine(pidFile).flatMap(pid -> postmaster(pid, data));
        if (orphan.isPresent()) {
            shutDown(orphan.get());
        }
        Files.deleteIfExists(pidFile);
    }

    private static Optional<Long> firstLine(Path pidFile) throws IOException {
        return Files.readAllLines(pidFile).stream()
                .findFirst()
                .map(String::strip)
                .filter(line -> line.matches("\\d{1,18}"))
                .map(Long::valueOf);
    }

    /** The living process with this id, if it is PostgreSQL on this directory and not a program that got the id since. */
    private static Optional<ProcessHandle> postmaster(long pid, Path data) {
        return ProcessHandle.of(pid).filter(ProcessHandle::isAlive).filter(process -> {
            List<String> arguments = commandLine(pid);
            return !arguments.isEmpty()
                    && arguments.getFirst().endsWith("/postgres")
                    && arguments.contains(data.toString());
        });
    }

    private static List<String> commandLine(long pid) {
        try {
            String line = Files.readString(Path.of("/proc", Long.toString(pid), "cmdline"), StandardCharsets.UTF_8);
            return List.of(line.split("\0"));
        } catch (IOException gone) {
            return List.of();
        }
    }

    private static void shutDown(ProcessHandle orphan) throws IOException, InterruptedException {
        for (String signal : List.of("INT", "QUIT")) {
            Signals.send(signal, orphan.pid());
            if (endsWithin(orphan, SHUTDOWN_LIMIT)) {
                return;
            }
        }
        throw new EmbeddedServerException(
                "PostgreSQL of an earlier run (process " + orphan.pid() + ") does not stop. End it, then start again.");
    }

    private static boolean endsWithin(ProcessHandle process, Duration limit) throws InterruptedException {
        try {
            process.onExit().get(limit.toMillis(), TimeUnit.MILLISECONDS);
            return true;
        } catch (TimeoutException stillRunning) {
            return false;
        } catch (ExecutionException e) {
            throw new IllegalStateException("The end of a process cannot be observed", e);
        }
    }
}
