package org.crossface.platform.loops;

import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.TimeUnit;

/** How loops that work in the database end: an interrupted statement costs its connection and frightens whoever reads the log. */
public final class Ending {

    private static final Duration PATIENCE = Duration.ofSeconds(3);

    private Ending() {}

    /** Begins nothing more, and interrupts what runs only when it has not come to its end after three seconds. */
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
