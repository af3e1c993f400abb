package org.crossface.platform.dispatch;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.crossface.platform.loops.Ending;
import org.crossface.platform.loops.Loop;
import org.crossface.platform.loops.Loops;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Removes old idempotency records every hour; any number of nodes may do it. */
public final class IdempotencyPurge implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(IdempotencyPurge.class);
    private static final Duration LIMIT = Duration.ofMinutes(130);

    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(
            Thread.ofVirtual().name("idempotency-purge").factory());
    private final IdempotencyRecords records;
    private final Loop loop;

    private IdempotencyPurge(IdempotencyRecords records, Loops loops) {
        this.records = records;
        this.loop = loops.watch("idempotency purge", LIMIT);
    }

    /** Starts the purge; the first is in an hour. */
    public static IdempotencyPurge start(IdempotencyRecords records, Loops loops) {
        IdempotencyPurge purge = new IdempotencyPurge(records, loops);
        var unused = purge.timer.scheduleWithFixedDelay(purge::run, 1, 1, TimeUnit.HOURS);
        return purge;
    }

    private void run() {
        try {
            log.debug("{} idempotency records removed", records.purge());
            loop.beat();
        } catch (RuntimeException e) {
            // An exception would end the schedule; the next hour tries again.
            log.warn("Old idempotency records could not be removed", e);
        }
    }

    @Override
    public void close() {
        Ending.of(timer);
        loop.close();
    }
}
