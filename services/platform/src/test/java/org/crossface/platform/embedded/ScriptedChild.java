package org.crossface.platform.embedded;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

/** A real process that does nothing, for the supervisor to keep alive. */
final class ScriptedChild implements SupervisedChild {
    final AtomicBoolean silent = new AtomicBoolean();
    final AtomicInteger starts = new AtomicInteger();
    final AtomicBoolean closed = new AtomicBoolean();

    private final Path log;
    private final Deque<String> faults = new ArrayDeque<>();
    private volatile ChildProcess process;

    ScriptedChild(Path directory) throws InterruptedException {
        this.log = directory.resolve("child.log");
        this.process = launch("exec sleep 600");
    }

    private ChildProcess launch(String script) throws InterruptedException {
        return ChildProcess.start("test child", List.of("sh", "-c", script), log);
    }

    /** The next attempts to start it fail with these messages. */
    synchronized void failNext(String... messages) {
        faults.addAll(List.of(messages));
    }

    @Override
    public String name() {
        return "test child";
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
        return !silent.get() && process.isAlive();
    }

    @Override
    public void kill() {
        process.kill();
    }

    @Override
    public void startAgain() throws IOException, InterruptedException {
        starts.incrementAndGet();
        String fault;
        synchronized (this) {
            fault = faults.poll();
        }
        if (fault != null) {
            throw new IOException(fault);
        }
        process = launch("exec sleep 600");
        silent.set(false);
    }

    boolean isAlive() {
        return process.isAlive();
    }

    @Override
    public void close() {
        closed.set(true);
        process.kill();
    }
}
