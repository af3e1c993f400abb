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
 * Lets this node forget all aggregates, and all keys, when a patient's key has been destroyed: here at once, on another node within ten seconds. Erasure
 * is rare, so it is not worth knowing which aggregates are the patient's.
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

    /** Looks now. */
    void look() {
        try {
            long destroyed = keys.destroyedSoFar();
            if (destroyed != known) {
                keys.forgetAll();
                known = destroyed;
            }
            loop.turn();
        } catch (RuntimeException e) {
            // Who cannot learn of an erasure must not remember what may have been erased. The next turn looks again.
            keys.forgetAll();
            log.warn("Whether keys were destroyed could not be read, so all that is readable was forgotten", e);
        }
    }

    @Override
    public void close() {
        Ending.of(timer);
        loop.close();
    }
}
