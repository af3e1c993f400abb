package org.crossface.platform.embedded;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;

/**
 * A PostgreSQL that outlived the JVM that started it. Only the holder of the directory's lock may look for one: the
 * postmaster of a living server looks the same.
 */
final class OrphanedPostmaster {
    private static final Duration SHUTDOWN_LIMIT = Duration.ofSeconds(60);

    private static final Duration BACKEND_LIMIT = Duration.ofSeconds(5);

    private static final Path PROCESSES = Path.of("/proc");

    private OrphanedPostmaster() {}

    /**
     * Stops the postmaster of this data directory, if one runs, then the processes of a postmaster that was killed, and removes {@code
     * postmaster.pid}: if another program has got the process id in the file since, PostgreSQL would refuse to start. The file stays as
     * long as one of those processes works on the data, since PostgreSQL itself finds them by this file.
     */
    static void stop(Path data) throws IOException, InterruptedException {
        stop(data, PROCESSES);
    }

    /**
     * As {@link #stop(Path)}.
     *
     * @param processes Linux's directory of processes. Without it, as on macOS, nobody can say which processes work on the data, and the file
     *     stays: PostgreSQL itself finds out by it whether its shared memory is still in use.
     */
    static void stop(Path data, Path processes) throws IOException, InterruptedException {
        Path pidFile = data.resolve("postmaster.pid");
        if (!Files.exists(pidFile)) {
            return;
        }
        Optional<ProcessHandle> orphan = firstLine(pidFile).flatMap(pid -> postmaster(pid, data, processes));
        if (orphan.isPresent()) {
            shutDown(orphan.get());
        }
        if (Files.isDirectory(processes)) {
            endBackends(data);
            Files.deleteIfExists(pidFile);
        }
    }

    /** Without a postmaster its processes end by themselves, but a process in the middle of a long statement only after the statement. */
    private static void endBackends(Path data) throws InterruptedException {
        Path real = realPath(data);
        List<ProcessHandle> left =
                ProcessHandle.allProcesses().filter(each -> worksIn(each, real)).toList();
        for (ProcessHandle backend : left) {
            backend.destroyForcibly();
        }
        for (ProcessHandle backend : left) {
            if (!endsWithin(backend, BACKEND_LIMIT)) {
                throw new EmbeddedServerException("Process " + backend.pid()
                        + " of a PostgreSQL that was killed does not end. End it, then PostgreSQL can start.");
            }
        }
    }

    private static Path realPath(Path data) {
        try {
            return data.toRealPath();
        } catch (IOException e) {
            throw new EmbeddedServerException("Cannot inspect " + data + ": " + e.getMessage(), e);
        }
    }

    /** A process of PostgreSQL has the data directory as its working directory; that of another user's process may be unreadable. */
    private static boolean worksIn(ProcessHandle process, Path data) {
        try {
            return Files.readSymbolicLink(PROCESSES
                                    .resolve(Long.toString(process.pid()))
                                    .resolve("cwd"))
                            .equals(data)
                    && isOfPostgres(commandLine(process.pid()));
        } catch (IOException goneOrNotOurs) {
            return false;
        }
    }

    private static Optional<Long> firstLine(Path pidFile) throws IOException {
        return Files.readAllLines(pidFile).stream()
                .findFirst()
                .map(String::strip)
                .filter(line -> line.matches("\\d{1,18}"))
                .map(Long::valueOf);
    }

    /** The living process with this id, if it is PostgreSQL on this directory and not a program that got the id since. */
    private static Optional<ProcessHandle> postmaster(long pid, Path data, Path processes) {
        return ProcessHandle.of(pid).filter(ProcessHandle::isAlive).filter(process -> {
            List<String> arguments = Files.isDirectory(processes) ? commandLine(pid) : commandLine(process.info());
            return !arguments.isEmpty()
                    && arguments.getFirst().endsWith("/postgres")
                    && arguments.contains(data.toString());
        });
    }

    /** A process of PostgreSQL sets a title of its own, as in {@code postgres: checkpointer}, soon after its start. */
    private static boolean isOfPostgres(List<String> commandLine) {
        String program = commandLine.isEmpty() ? "" : commandLine.getFirst();
        return program.startsWith("postgres:") || program.endsWith("/postgres");
    }

    private static List<String> commandLine(long pid) {
        try {
            String line =
                    Files.readString(PROCESSES.resolve(Long.toString(pid)).resolve("cmdline"), StandardCharsets.UTF_8);
            return List.of(line.split("\0"));
        } catch (IOException gone) {
            return List.of();
        }
    }

    private static List<String> commandLine(ProcessHandle.Info process) {
        return Stream.concat(
                        process.command().stream(), process.arguments().stream().flatMap(Arrays::stream))
                .toList();
    }

    /** Requests a fast shutdown, then an immediate one, then kills: a stopped process (SIGSTOP) reacts to no other signal. */
    private static void shutDown(ProcessHandle orphan) throws IOException, InterruptedException {
        for (String signal : List.of("INT", "QUIT", "KILL")) {
            Signals.send(signal, orphan.pid());
            if (endsWithin(orphan, signal.equals("INT") ? SHUTDOWN_LIMIT : BACKEND_LIMIT)) {
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
