package org.crossface.server.cluster;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * A node in a JVM of its own, started again when it ends. The node watches its standard input, which closes when this process ends for any
 * reason; then the node ends too.
 */
final class NodeProcess implements AutoCloseable {

    private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(30);
    private static final Duration LONG_ENOUGH = Duration.ofMinutes(1);
    private static final Duration STOP_LIMIT = Duration.ofSeconds(9);

    private final String name;
    private final List<String> command;
    private final Map<String, String> environment;
    private final Path log;
    private final PrintStream out;
    private volatile boolean wanted = true;
    private volatile long killAt;
    private volatile @Nullable Process process;
    private @Nullable Thread keeper;

    /** @param environment for values that the process list must not show, such as passwords */
    NodeProcess(String name, List<String> command, Map<String, String> environment, Path log, PrintStream out) {
        this.name = name;
        this.command = List.copyOf(command);
        this.environment = Map.copyOf(environment);
        this.log = log;
        this.out = out;
    }

    void start() {
        launch();
        keeper = Thread.ofPlatform().name(name).start(this::keep);
    }

    private Process launch() {
        try {
            if (!Files.exists(log)) {
                Files.createFile(
                        log, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            }
            ProcessBuilder builder = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
            builder.environment().putAll(environment);
            Process started = builder.start();
            process = started;
            out.printf("%s runs as process %d; its log is %s%n", name, started.pid(), log);
            return started;
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot start " + name, e);
        }
    }

    private void keep() {
        Duration pause = FIRST_PAUSE;
        try {
            while (wanted) {
                long began = System.nanoTime();
                int code = current().waitFor();
                if (!wanted) {
                    return;
                }
                if (System.nanoTime() - began > LONG_ENOUGH.toNanos()) {
                    pause = FIRST_PAUSE;
                }
                out.printf("%s ended with exit code %d and is started again%n", name, code);
                Thread.sleep(pause);
                Duration twice = pause.multipliedBy(2);
                pause = twice.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : twice;
                if (wanted) {
                    launch();
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private Process current() {
        Process running = process;
        if (running == null) {
            throw new IllegalStateException(name + " was not started");
        }
        return running;
    }

    boolean isAlive() {
        Process running = process;
        return running != null && running.isAlive();
    }

    /** Requests a stop of the node, and returns at once. */
    void stop() {
        if (wanted) {
            killAt = System.nanoTime() + STOP_LIMIT.toNanos();
        }
        wanted = false;
        Process running = process;
        if (running != null) {
            running.destroy();
        }
        Thread keeping = keeper;
        if (keeping != null) {
            keeping.interrupt();
        }
    }

    /** Stops the node: requests in progress are finished, then it ends; at the latest nine seconds after the request. */
    @Override
    public void close() {
        stop();
        Process running = process;
        try {
            if (running != null && !running.waitFor(killAt - System.nanoTime(), TimeUnit.NANOSECONDS)) {
                running.destroyForcibly();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
