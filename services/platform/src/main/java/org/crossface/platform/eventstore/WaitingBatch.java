package org.crossface.platform.eventstore;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/**
 * A unit of work whose caller waits for its outcome.
 *
 * @param since {@link System#nanoTime()} of its arrival
 * @param done completed with the positions of its events, or with the failure that its caller gets
 */
record WaitingBatch(AppendBatch unit, long since, CompletableFuture<long[]> done) {

    static WaitingBatch now(AppendBatch unit) {
        return new WaitingBatch(unit, System.nanoTime(), new CompletableFuture<>());
    }

    void stored(long[] positions) {
        done.complete(positions);
    }

    void failed(Throwable failure) {
        done.completeExceptionally(failure);
    }

    /**
     * Returns when the unit is durable.
     *
     * @return positions of its events
     * @throws AppendFailure if it is certainly not stored
     * @throws AppendOutcomeUnknown if the outcome could not be found
     */
    long[] outcome() throws AppendFailure {
        try {
            return done.join();
        } catch (CompletionException e) {
            switch (e.getCause()) {
                case AppendFailure failure -> throw failure;
                case RuntimeException failure -> throw failure;
                case null, default -> throw e;
            }
        }
    }
}
