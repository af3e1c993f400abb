package org.crossface.platform.eventstore;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.crossface.platform.loops.Ending;
import org.crossface.platform.loops.Loop;
import org.crossface.platform.loops.Loops;
import org.crossface.platform.personal.SubjectKeys;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Drops all cached aggregates and keys of this node when a patient's key has been destroyed: at once when this node destroyed it, within
 * ten seconds when another node did. Erasure is rare, so it is not worth tracking which aggregates are the patient's.
 */
public final class ErasureWatch implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(ErasureWatch.class);
    private static final long SECONDS = 10;
    private static final Duration LIMIT = Duration.ofSeconds(30);

    private final SubjectKeys keys;
    private final Loop loop;
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(
            Thread.ofVirtual().name("erasure-watch").factory());
    private long known;

    private ErasureWatch(SubjectKeys keys, AggregateCaches caches, Loops loops) {
        this.keys = keys;
        this.loop = loops.watch("erasure watch", LIMIT);
        this.known = keys.destroyedSoFar();
        keys.onDestroyed(caches::forgetAll);
    }

    /** Starts to watch. */
    public static ErasureWatch start(SubjectKeys keys, AggregateCaches caches, Loops loops) {
        ErasureWatch watch = new ErasureWatch(keys, caches, loops);
        var unused = watch.timer.scheduleWithFixedDelay(watch::look, SECONDS, SECONDS, TimeUnit.SECONDS);
        return watch;
    }

    /** Queries now. */
    void look() {
        try {
            long destroyed = keys.destroyedSoFar();
            if (destroyed != known) {
                keys.forgetAll();
                known = destroyed;
            }
            loop.beat();
        } catch (RuntimeException e) {
            // A node that cannot learn of an erasure must not keep what may have been erased. The next query decides
            // again.
            keys.forgetAll();
            log.warn("It could not be read whether keys were destroyed, so all decrypted data was dropped", e);
        }
    }

    @Override
    public void close() {
        Ending.of(timer);
        loop.close();
    }
}
