package org.crossface.platform.wakeup;

import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Fetches again shortly after the last wake-up. A committed event stays above the horizon as long as a transaction with an earlier position
 * is open. The rollback of that transaction sends no signal, so without a second fetch the event would wait for the next poll.
 */
final class FollowUpPoll implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(FollowUpPoll.class);
    private static final long[] MILLIS = {20, 80, 320};

    private final Runnable look;
    private final AtomicBoolean woken = new AtomicBoolean();
    private final AtomicBoolean planned = new AtomicBoolean();
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("wake-up-second-look").factory());

    FollowUpPoll(Runnable look) {
        this.look = look;
    }

    /** A wake-up has happened; cheap, since every commit calls it. */
    void due() {
        if (!woken.get()) {
            woken.set(true);
        }
        if (!planned.get() && planned.compareAndSet(false, true)) {
            plan(0);
        }
    }

    boolean isPlanned() {
        return planned.get();
    }

    private void plan(int step) {
        try {
            var unused = timer.schedule(() -> again(step), MILLIS[step], TimeUnit.MILLISECONDS);
        } catch (RejectedExecutionException e) {
            log.debug("The event store has been shut down", e);
        }
    }

    private void again(int step) {
        boolean since = woken.getAndSet(false);
        try {
            look.run();
        } catch (RuntimeException e) {
            // An exception would end all further fetches.
            log.warn("A second fetch of events failed", e);
        }
        if (since && step > 0) {
            plan(0);
        } else if (step + 1 < MILLIS.length) {
            plan(step + 1);
        } else {
            planned.set(false);
            if (woken.get()) {
                due();
            }
        }
    }

    @Override
    public void close() {
        timer.shutdownNow();
    }
}
