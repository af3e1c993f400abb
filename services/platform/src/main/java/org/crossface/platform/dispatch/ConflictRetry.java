package org.crossface.platform.dispatch;

import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadLocalRandom;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.commandhandling.gateway.AbstractRetryScheduler;
import org.axonframework.modelling.command.ConcurrencyException;
import org.crossface.platform.loops.Ending;

/**
 * Retries commands that lost a race for their stream, and no others: the decision is made anew on the current stream. Axon's own scheduler
 * would also retry refusals.
 */
public final class ConflictRetry extends AbstractRetryScheduler implements AutoCloseable {

    private static final int MOST_RETRIES = 10;
    private static final long FIRST_PAUSE_MILLIS = 5;
    private static final long LONGEST_PAUSE_MILLIS = 250;

    private final ScheduledExecutorService timer;
    private final ExecutorService commands = Executors.newThreadPerTaskExecutor(
            Thread.ofVirtual().name("conflict-retry-", 0).factory());
    private final Set<Retry> pausing = ConcurrentHashMap.newKeySet();

    private ConflictRetry(Builder builder, ScheduledExecutorService timer) {
        super(builder);
        this.timer = timer;
    }

    /** A retry with threads of its own, one for each command; they end with {@link #close()}. */
    public static ConflictRetry start() {
        ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().daemon().name("conflict-retry-timer").factory());
        Builder builder = new Builder();
        builder.retryExecutor(timer);
        builder.maxRetryCount(MOST_RETRIES);
        return new ConflictRetry(builder, timer);
    }

    /** A command that waits for its retry; compared by identity. */
    private final class Retry implements Runnable {

        private final Runnable dispatch;

        Retry(Runnable dispatch) {
            this.dispatch = dispatch;
        }

        /** The timer only starts a thread: a command that waits for a slow append must not delay the retries of others. */
        @Override
        public void run() {
            if (pausing.remove(this)) {
                try {
                    commands.execute(dispatch);
                } catch (RejectedExecutionException closed) {
                    dispatch.run();
                }
            }
        }
    }

    @Override
    protected boolean scheduleRetry(Runnable commandDispatch, long interval) {
        Retry retry = new Retry(commandDispatch);
        pausing.add(retry);
        if (super.scheduleRetry(retry, interval)) {
            return true;
        }
        pausing.remove(retry);
        return false;
    }

    /** Commands that wait for a retry are sent for the last time, now: their callers wait for an answer without limit. */
    @Override
    public void close() {
        timer.shutdownNow();
        pausing.forEach(Retry::run);
        Ending.of(commands);
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

    /** Doubles with each failure, with a random part, so that two commands that collided do not collide again. */
    @Override
    @SuppressWarnings("rawtypes") // as inherited
    protected long computeRetryInterval(
            CommandMessage commandMessage, RuntimeException lastFailure, List<Class<? extends Throwable>[]> failures) {
        long pause = Math.min(LONGEST_PAUSE_MILLIS, FIRST_PAUSE_MILLIS << Math.min(failures.size(), 10));
        return pause / 2 + ThreadLocalRandom.current().nextLong(pause / 2 + 1);
    }

    private static final class Builder extends AbstractRetryScheduler.Builder<Builder> {}
}
