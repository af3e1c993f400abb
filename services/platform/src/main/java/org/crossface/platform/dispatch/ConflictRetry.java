package org.crossface.platform.dispatch;

import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadLocalRandom;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.commandhandling.gateway.AbstractRetryScheduler;
import org.axonframework.modelling.command.ConcurrencyException;

/**
 * Repeats a command that lost a race for its stream, and no other: the decision is then made anew on the stream as it has become. Axon's
 * own scheduler would repeat refusals too.
 */
public final class ConflictRetry extends AbstractRetryScheduler implements AutoCloseable {

    private static final int MOST_RETRIES = 10;
    private static final long FIRST_PAUSE_MILLIS = 5;
    private static final long LONGEST_PAUSE_MILLIS = 250;

    private static final int THREADS = 4;

    private final ScheduledExecutorService executor;

    private ConflictRetry(Builder builder, ScheduledExecutorService executor) {
        super(builder);
        this.executor = executor;
    }

    /** A retry with threads of its own, which end with {@link #close()}. */
    public static ConflictRetry start() {
        ScheduledExecutorService executor = Executors.newScheduledThreadPool(
                THREADS, Thread.ofVirtual().name("conflict-retry-", 0).factory());
        Builder builder = new Builder();
        builder.retryExecutor(executor);
        builder.maxRetryCount(MOST_RETRIES);
        return new ConflictRetry(builder, executor);
    }

    @Override
    public void close() {
        executor.shutdownNow();
    }

    @Override
    @SuppressWarnings("rawtypes") // as inherited
    public boolean scheduleRetry(
            CommandMessage commandMessage,
            RuntimeException lastFailure,
            List<Class<? extends Throwable>[]> failures,
            Runnable commandDispatch) {
        return lastFailure instanceof ConcurrencyException
                && super.scheduleRetry(commandMessage, lastFailure, failures, commandDispatch);
    }

    /** Doubles from time to time, with a random part, so that two that met do not meet again. */
    @Override
    @SuppressWarnings("rawtypes") // as inherited
    protected long computeRetryInterval(
            CommandMessage commandMessage, RuntimeException lastFailure, List<Class<? extends Throwable>[]> failures) {
        long pause = Math.min(LONGEST_PAUSE_MILLIS, FIRST_PAUSE_MILLIS << Math.min(failures.size(), 10));
        return pause / 2 + ThreadLocalRandom.current().nextLong(pause / 2 + 1);
    }

    private static final class Builder extends AbstractRetryScheduler.Builder<Builder> {}
}
