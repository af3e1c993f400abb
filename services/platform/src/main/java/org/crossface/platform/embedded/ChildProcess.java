package org.crossface.platform.embedded;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;

/**
 * A long-lived child of this JVM that writes to a log file.
 *
 * <p>The thread that starts the child lives until the child ends: Linux sends a parent-death signal when the parent <em>thread</em> ends.
 */
final class ChildProcess {
    private static final int LINES_SHOWN = 12;

    private final String name;
    private final Process process;
    private final Path log;

    private ChildProcess(String name, Process process, Path log) {
        this.name = name;
        this.process = process;
        this.log = log;
    }

    /**
     * Starts the command in a session of its own, so that Ctrl-C in a terminal reaches only the server.
     *
     * @throws EmbeddedServerException if it cannot be started, or this JVM is ending
     */
    static ChildProcess start(String name, List<String> command, Path log) throws InterruptedException {
        CompletableFuture<Process> started = new CompletableFuture<>();
        Thread.ofPlatform().daemon().name(name).start(() -> startAndStay(command, log, started));
        try {
            ChildProcess child = new ChildProcess(name, started.get(), log);
            if (!LivingChildren.add(child)) {
                child.kill();
                throw new EmbeddedServerException(name + " is not started, since this process is ending");
            }
            return child;
        } catch (ExecutionException e) {
            throw new EmbeddedServerException("Cannot start " + name + ": " + e.getMessage(), e);
        }
    }

    private static void startAndStay(List<String> command, Path log, CompletableFuture<Process> started) {
        try {
            List<String> detached = new ArrayList<>();
            if (Files.isExecutable(Path.of("/usr/bin/setsid"))) {
                detached.add("/usr/bin/setsid");
            }
            detached.addAll(command);
            Process process = new ProcessBuilder(detached)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                    .start();
            started.complete(process);
            process.waitFor();
        } catch (IOException e) {
            started.completeExceptionally(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    String name() {
        return name;
    }

    boolean isAlive() {
        return process.isAlive();
    }

    long pid() {
        return process.pid();
    }

    /** Completes with the exit code when the child ends; 128 and a signal's number when that ended it. */
    CompletableFuture<Integer> ended() {
        return process.onExit().thenApply(Process::exitValue);
    }

    /** Closes the child's standard input. */
    void closeInput() throws IOException {
        process.getOutputStream().close();
    }

    /** Waits for the end of the child; false when it still runs after this time. */
    boolean awaitEnd(Duration limit) throws InterruptedException {
        return process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** Ends the child and its own children at once, those that are stopped (SIGSTOP) too. */
    void kill() {
        List<ProcessHandle> below = process.descendants().toList();
        process.destroyForcibly();
        below.forEach(ProcessHandle::destroyForcibly);
    }

    /** The child ended by itself: the message with the end of its log. */
    EmbeddedServerException endedEarly() throws IOException {
        List<String> lines = Files.exists(log)
                ? Files.readString(log, StandardCharsets.UTF_8).lines().toList()
                : List.of();
        String tail = String.join("\n  ", lines.subList(Math.max(0, lines.size() - LINES_SHOWN), lines.size()));
        return new EmbeddedServerException(
                name + " ended with exit code " + process.exitValue() + ". Its log " + log + " ends:\n  " + tail);
    }

    /** The child runs but did not become ready in time. */
    EmbeddedServerException late(Duration limit) {
        return new EmbeddedServerException(
                name + " was not ready after " + limit.toSeconds() + " s. See its log " + log + ".");
    }
}
