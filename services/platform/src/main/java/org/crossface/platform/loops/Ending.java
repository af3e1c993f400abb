package org.crossface.platform.loops;

import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * How loops that work in the database end: an interrupted statement closes its connection and logs an alarming error, so the loop gets time
 * to finish it.
 */
public final class Ending {

    private static final Duration PATIENCE = Duration.ofSeconds(3);

    private Ending() {}

    /** Starts no more tasks, and interrupts a running one only when it has not ended after three seconds. */
    public static void of(ExecutorService loop) {
        loop.shutdown();
        try {
            if (!loop.awaitTermination(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
                loop.shutdownNow();
            }
        } catch (InterruptedException e) {
            loop.shutdownNow();
            Thread.currentThread().interrupt();
        }
    }
}
