package org.crossface.web.admission;

import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.crossface.web.documents.DocumentRefused;
import org.crossface.web.documents.DocumentRefused.Kind;

/**
 * What one kind of callers may take of the server at once, so that none takes all of it.
 *
 * @param budget bytes of bodies in memory
 * @param work requests that are worked on
 */
record Share(BodyBudget budget, Semaphore work) {

    private static final long PATIENCE_MS = 1_000;

    static Share of(long bytes, int requests) {
        return new Share(new BodyBudget(bytes), new Semaphore(requests));
    }

    /** Begins to work on a request, or refuses it after a moment. */
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
