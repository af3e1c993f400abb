package org.crossface.platform.embedded;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.crossface.platform.embedded.ChildStatus.End;
import org.crossface.platform.embedded.ChildStatus.State;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Starts a child again whenever it ends, and kills one that runs and gives no sign of life, until it is closed. It never gives up. The
 * child keeps its address, its data and its directory's lock meanwhile, so no other server can start there.
 */
public final class ChildSupervisor implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(ChildSupervisor.class);
    private static final Duration END_LIMIT = Duration.ofSeconds(3);

    /** Wait for a sign of life while the program stops; a healthy child answers in milliseconds. */
    private static final Duration LAST_QUESTION = Duration.ofSeconds(1);

    private final SupervisedChild child;
    private final SupervisionTerms terms;
    private final Clock clock;
    private final Thread thread;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition closing = lock.newCondition();
    private volatile boolean stopping;
    private volatile ChildStatus status;

    private ChildSupervisor(SupervisedChild child, SupervisionTerms terms, Clock clock) {
        this.child = child;
        this.terms = terms;
        this.clock = clock;
        this.status = new ChildStatus(child.name(), State.RUNNING, clock.instant(), child.pid(), 0, null);
        this.thread = Thread.ofPlatform()
                .daemon()
                .name("supervisor of " + child.name())
                .unstarted(this::supervise);
    }

    /** Supervises the child from now on. */
    static ChildSupervisor of(SupervisedChild child, SupervisionTerms terms, Clock clock) {
        ChildSupervisor supervisor = new ChildSupervisor(child, terms, clock);
        supervisor.thread.start();
        return supervisor;
    }

    /** The child's current state. */
    public ChildStatus status() {
        return status;
    }

    private void supervise() {
        int shortLives = 0;
        try {
            while (!stopping) {
                long began = System.nanoTime();
                int exitCode = untilItEnds();
                if (!stopping) {
                    boolean wasWell =
                            System.nanoTime() - began >= terms.wellAfter().toNanos();
                    shortLives = wasWell ? 0 : shortLives + 1;
                    startAgain(exitCode, wasWell ? 0 : shortLives - 1);
                }
            }
        } catch (InterruptedException e) {
            log.debug("{} is supervised no longer", child.name(), e);
        } finally {
            become(State.STOPPED, status.lastEnd());
        }
    }

    /** Returns the exit code when the process has ended, by itself or because it was killed for its silence. */
    private int untilItEnds() throws InterruptedException {
        long heard = System.nanoTime();
        CompletableFuture<Integer> ended = child.ended();
        while (true) {
            try {
                return ended.get(terms.probeEvery().toMillis(), TimeUnit.MILLISECONDS);
            } catch (TimeoutException itRuns) {
                if (isAnswering()) {
                    heard = System.nanoTime();
                    become(State.RUNNING, status.lastEnd());
                } else if (!ended.isDone()) {
                    become(State.SILENT, status.lastEnd());
                    killIfSilentSince(heard);
                }
            } catch (ExecutionException e) {
                throw new IllegalStateException("The end of a process cannot be observed", e);
            }
        }
    }

    private boolean isAnswering() throws InterruptedException {
        try {
            return child.answers(terms.probeLimit());
        } catch (RuntimeException e) {
            log.debug("{} gave no sign of life", child.name(), e);
            return false;
        }
    }

    private void killIfSilentSince(long heard) {
        Duration silent = Duration.ofNanos(System.nanoTime() - heard);
        if (silent.compareTo(terms.hangsAfter()) >= 0) {
            log.error(
                    "{} (process {}) runs and has given no sign of life for {} s; it is killed and started again",
                    child.name(),
                    child.pid(),
                    silent.toSeconds());
            child.kill();
        }
    }

    /** Tries until it answers, with pauses that grow. */
    private void startAgain(int exitCode, int failuresBefore) throws InterruptedException {
        long ended = System.nanoTime();
        End end = new End(clock.instant(), exitCode, null, 0, null);
        become(State.RESTARTING, end);
        log.error("{} (process {}) ended with exit code {}", child.name(), child.pid(), exitCode);
        for (int failed = 0; !stopping; failed++) {
            Duration pause = terms.pauseAfter(failuresBefore + failed);
            log.warn("{} is started again in {} ms, attempt {}", child.name(), pause.toMillis(), failed + 1);
            pause(pause);
            try {
                child.startAgain();
                Duration away = Duration.ofNanos(System.nanoTime() - ended);
                log.warn(
                        "{} answers again as process {}, {} ms after its end, at attempt {}",
                        child.name(),
                        child.pid(),
                        away.toMillis(),
                        failed + 1);
                restarted(new End(end.at(), exitCode, away, failed, end.fault()));
                return;
            } catch (IOException | RuntimeException e) {
                log.error("{} could not be started again: {}", child.name(), e.getMessage());
                end = new End(end.at(), exitCode, null, failed + 1, e.getMessage());
                become(State.RESTARTING, end);
            }
        }
    }

    private void pause(Duration length) throws InterruptedException {
        lock.lockInterruptibly();
        try {
            long left = length.toNanos();
            while (left > 0 && !stopping) {
                left = closing.awaitNanos(left);
            }
        } finally {
            lock.unlock();
        }
        if (stopping) {
            throw new InterruptedException("The supervisor is closed");
        }
    }

    private void become(State state, @Nullable End end) {
        ChildStatus before = status;
        Instant since = before.state() == state ? before.since() : clock.instant();
        status = new ChildStatus(child.name(), state, since, child.pid(), before.restarts(), end);
    }

    private void restarted(End end) {
        status = new ChildStatus(child.name(), State.RUNNING, clock.instant(), child.pid(), status.restarts() + 1, end);
    }

    /**
     * The program is about to stop: a child that ends is not started again, and one that gives no sign of life is killed now, so that no
     * thread waits for its answer while the program stops.
     */
    public void prepareToStop() {
        boolean silent = status.state() == State.SILENT;
        endSupervision();
        try {
            if (!child.ended().isDone() && (silent || !child.answers(LAST_QUESTION))) {
                log.warn("{} (process {}) gives no sign of life and is killed", child.name(), child.pid());
                child.kill();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            log.warn("{} could not be asked for a sign of life: {}", child.name(), e.getMessage());
        }
    }

    private void endSupervision() {
        lock.lock();
        try {
            stopping = true;
            closing.signalAll();
        } finally {
            lock.unlock();
        }
        thread.interrupt();
    }

    /** Stops the child for good. */
    @Override
    public void close() {
        endSupervision();
        try {
            // The supervisor may be waiting for a sign of life, or be about to end a process that it has just started.
            if (!thread.join(END_LIMIT)) {
                log.warn("The supervisor of {} does not end", child.name());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        child.close();
    }
}
