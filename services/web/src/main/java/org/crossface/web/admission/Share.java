package org.crossface.web.admission;

import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.crossface.web.documents.DocumentRefused;
import org.crossface.web.documents.DocumentRefused.Kind;

/**
 * Limits of one group of callers, so that no group uses the whole server.
 *
 * @param budget bytes of bodies in memory
 * @param work requests handled at once
 */
record Share(BodyBudget budget, Semaphore work) {

    private static final long PATIENCE_MS = 1_000;

    static Share of(long bytes, int requests) {
        return new Share(new BodyBudget(bytes), new Semaphore(requests));
    }

    /** Begins to handle a request, or refuses it after a short wait. */
    void begin() {
        try {
            if (work.tryAcquire(PATIENCE_MS, TimeUnit.MILLISECONDS)) {
                return;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        throw new DocumentRefused(
                Kind.BUSY, "", "The server works on as many requests as it can", "Repeat the request in a few seconds");
    }

    void end() {
        work.release();
    }
}
