package org.crossface.platform.embedded;

import java.io.IOException;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The child processes of this JVM, so that none outlives it, however it ends. Normally the bean that started a child stops it; this class
 * ends those that are left, as after a signal in the middle of a start.
 */
public final class LivingChildren {
    private static final Logger log = LoggerFactory.getLogger(LivingChildren.class);
    private static final Set<ChildProcess> LIVING = ConcurrentHashMap.newKeySet();
    private static volatile boolean ending;

    private LivingChildren() {}

    /** False when this JVM is ending, so that the child must not stay. */
    static boolean add(ChildProcess child) {
        LIVING.add(child);
        var unused = child.ended().thenRun(() -> LIVING.remove(child));
        return !ending;
    }

    /**
     * Ends those that still run: sends SIGINT, waits, and kills those that have not ended. No other can be started any more.
     *
     * @param patience longest wait for all of them together
     */
    public static void endAll(Duration patience) {
        ending = true;
        long end = System.nanoTime() + patience.toNanos();
        try {
            for (ChildProcess child : LIVING) {
                log.warn("{} (process {}) still runs and is asked to end", child.name(), child.pid());
                child.closeInput();
                Signals.send("INT", child.pid());
            }
            for (ChildProcess child : LIVING) {
                child.awaitEnd(Duration.ofNanos(Math.max(0, end - System.nanoTime())));
            }
        } catch (IOException e) {
            log.warn("A child could not be asked to end: {}", e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        killAll();
    }

    /** Kills those that still run, at once. No other can be started any more. */
    public static void killAll() {
        ending = true;
        LIVING.forEach(child -> {
            log.warn("{} (process {}) is killed", child.name(), child.pid());
            child.kill();
        });
    }
}
