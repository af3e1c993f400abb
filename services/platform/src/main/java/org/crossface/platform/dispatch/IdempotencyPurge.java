package org.crossface.platform.dispatch;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;

/** Removes old idempotency records every hour; any number of nodes may do it. */
public final class IdempotencyPurge implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(IdempotencyPurge.class);

    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(
            Thread.ofVirtual().name("idempotency-purge").factory());
    private final IdempotencyRecords records;

    private IdempotencyPurge(IdempotencyRecords records) {
        this.records = records;
    }

    /** Starts the purge; the first is in an hour. */
    public static IdempotencyPurge start(IdempotencyRecords records) {
        IdempotencyPurge purge = new IdempotencyPurge(records);
        var unused = purge.timer.scheduleWithFixedDelay(purge::run, 1, 1, TimeUnit.HOURS);
        return purge;
    }

    private void run() {
        try {
            log.debug("{} idempotency records removed", records.purge());
        } catch (DataAccessException e) {
            // An exception would end the schedule; the next hour tries again.
            log.warn("Old idempotency records could not be removed", e);
        }
    }

    @Override
    public void close() {
        timer.shutdownNow();
    }
}
