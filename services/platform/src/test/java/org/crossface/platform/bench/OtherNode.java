package org.crossface.platform.bench;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.crossface.platform.schema.PostgresEndpoint;

/** A node in a JVM of its own that only handles events, and says on its standard output when it has been given each. */
final class OtherNode implements AutoCloseable {

    private static final int PATIENCE_SECONDS = 60;

    private final Process process;
    private final CompletableFuture<Boolean> ready = new CompletableFuture<>();

    private OtherNode(Process process) {
        this.process = process;
    }

    /** What a handler was given, and when by the clock of the machine. */
    record Arrival(String handler, String request, long epochNanos) {

        String line() {
            return handler + '\t' + request + '\t' + epochNanos;
        }

        static Arrival parse(String line) {
            String[] parts = line.split("\t", -1);
            return new Arrival(parts[0], parts[1], Long.parseLong(parts[2]));
        }
    }

    /**
     * Starts a node; returns when its processors run.
     *
     * @param side {@code axon} or {@code product}
     * @param home for its key and its log
     * @param arrivals told of each event, from another thread
     */
    static OtherNode start(String side, PostgresEndpoint endpoint, Path home, Consumer<Arrival> arrivals)
            throws IOException {
        OtherNode node = new OtherNode(new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx512m",
                        "--sun-misc-unsafe-memory-access=allow",
                        "--enable-native-access=ALL-UNNAMED",
                        "-cp",
                        System.getProperty("java.class.path")
                                + File.pathSeparator
                                + System.getProperty("surefire.test.class.path", ""),
                        OtherNodeProgram.class.getName(),
                        side,
                        endpoint.url(),
                        endpoint.owner().password(),
                        endpoint.server().user(),
                        endpoint.server().password(),
                        home.toString())
                .redirectError(ProcessBuilder.Redirect.appendTo(
                        home.resolve("other-node.log").toFile()))
                .start());
        Thread.ofPlatform().daemon().name("other-node").start(() -> node.listen(arrivals));
        if (!node.ready
                .completeOnTimeout(false, PATIENCE_SECONDS, TimeUnit.SECONDS)
                .join()) {
            node.close();
            throw new IllegalStateException("The other node did not start; see " + home.resolve("other-node.log"));
        }
        return node;
    }

    private void listen(Consumer<Arrival> arrivals) {
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.equals(OtherNodeProgram.READY)) {
                    ready.complete(true);
                } else {
                    arrivals.accept(Arrival.parse(line));
                }
            }
        } catch (IOException endOfNode) {
            // As at the end of its output.
        } finally {
            ready.complete(false);
        }
    }

    @Override
    public String toString() {
        return "this node and process " + process.pid();
    }

    @Override
    public void close() {
        new PrintStream(process.getOutputStream(), true, StandardCharsets.UTF_8).close();
        try {
            if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
