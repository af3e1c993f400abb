package org.crossface.platform.drill;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import org.crossface.platform.schema.PostgresEndpoint;

/** A {@link NodeProgram} in a JVM of its own, as its clients see it. */
final class Node implements AutoCloseable {

    private final Process process;
    private final PrintStream requests;
    private final Map<String, CompletableFuture<NodeAnswer>> asked = new ConcurrentHashMap<>();
    private final CompletableFuture<Boolean> ready = new CompletableFuture<>();
    private volatile boolean dead;

    private Node(Process process) {
        this.process = process;
        this.requests = new PrintStream(process.getOutputStream(), true, StandardCharsets.UTF_8);
    }

    /** The node died before it answered. */
    static final class Died extends RuntimeException {}

    /**
     * Starts a node; returns when it takes requests or has died.
     *
     * @param home for its key and its log
     * @param halt where it dies, see {@link FailPoint#PROPERTY}; empty for nowhere
     */
    static Node start(PostgresEndpoint endpoint, Path home, StoreMode mode, String halt, boolean transactional)
            throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "--sun-misc-unsafe-memory-access=allow",
                "-D" + FailPoint.PROPERTY + "=" + halt,
                "-cp",
                System.getProperty("java.class.path")
                        + File.pathSeparator
                        + System.getProperty("surefire.test.class.path", ""),
                NodeProgram.class.getName(),
                endpoint.url(),
                endpoint.server().user(),
                endpoint.server().password(),
                home.resolve("kek.json").toString(),
                mode.name(),
                Boolean.toString(transactional)));
        Node node = new Node(new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.appendTo(
                        home.resolve("node.log").toFile()))
                .start());
        Thread.ofPlatform().daemon().name("node-answers").start(node::listen);
        node.ready.join();
        return node;
    }

    private void listen() {
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.equals("ready")) {
                    ready.complete(true);
                } else {
                    answered(NodeAnswer.parse(line));
                }
            }
        } catch (IOException endOfNode) {
            // As at the end of its answers.
        } finally {
            dead = true;
            ready.complete(false);
            asked.values().forEach(answer -> answer.completeExceptionally(new Died()));
        }
    }

    private void answered(NodeAnswer answer) {
        CompletableFuture<NodeAnswer> waiting = asked.remove(answer.id());
        if (waiting == null) {
            throw new IllegalStateException("An answer that nobody waits for: " + answer);
        }
        waiting.complete(answer);
    }

    /** Completes exceptionally with {@link Died} when the node dies first. */
    CompletableFuture<NodeAnswer> send(NodeRequest request) {
        CompletableFuture<NodeAnswer> answer = new CompletableFuture<>();
        asked.put(request.id(), answer);
        synchronized (requests) {
            requests.println(request.line());
        }
        if (dead) {
            answer.completeExceptionally(new Died());
        }
        return answer;
    }

    boolean isAlive() {
        return !dead;
    }

    /** Once it has died: with which code. */
    int exitCode() {
        return process.onExit().join().exitValue();
    }

    /** As {@code kill -9}. */
    @Override
    public void close() {
        process.destroyForcibly().onExit().join();
    }
}
