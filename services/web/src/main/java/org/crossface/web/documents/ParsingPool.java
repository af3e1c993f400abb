package org.crossface.web.documents;

import java.time.Duration;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;

/**
 * The few threads that parse documents, so that no document occupies other threads. Work that does not begin or end within the limit is given up: the
 * caller is told at once, and the parser stops at its deadline and frees the thread.
 */
public final class ParsingPool implements AutoCloseable {

    private final ThreadPoolExecutor threads;
    private final Duration limit;

    /**
     * @param threads number of threads
     * @param waiting documents that may wait for a thread
     * @param limit from the call to the result
     */
    public ParsingPool(int threads, int waiting, Duration limit) {
        this.threads = new ThreadPoolExecutor(
                threads,
                threads,
                0,
                TimeUnit.SECONDS,
                new ArrayBlockingQueue<>(waiting),
                Thread.ofPlatform().daemon().name("parsing-", 0).factory());
        this.limit = limit;
    }

    /**
     * Runs the work on one of the threads.
     *
     * @throws DocumentRefused as thrown by the work, or as busy if the queue is full or the limit has passed
     */
    public <T> T run(Function<Deadline, T> work) {
        Deadline deadline = Deadline.in(limit);
        Future<T> result = begin(work, deadline);
        try {
            return result.get(Math.max(0, deadline.left()), TimeUnit.NANOSECONDS);
        } catch (TimeoutException e) {
            result.cancel(true);
            throw DocumentRefused.busy();
        } catch (InterruptedException e) {
            result.cancel(true);
            Thread.currentThread().interrupt();
            throw DocumentRefused.busy();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException failure) {
                throw failure;
            }
            throw new IllegalStateException("A document could not be parsed", e.getCause());
        }
    }

    private <T> Future<T> begin(Function<Deadline, T> work, Deadline deadline) {
        try {
            return threads.submit(() -> {
                if (deadline.isOver()) {
                    throw DocumentRefused.busy();
                }
                return work.apply(deadline);
            });
        } catch (RejectedExecutionException e) {
            throw DocumentRefused.busy();
        }
    }

    /** The number of documents that are being parsed or wait for a thread. */
    public int busy() {
        return threads.getActiveCount() + threads.getQueue().size();
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
