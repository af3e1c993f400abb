package org.crossface.platform.deadlines;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.crossface.platform.loops.Loop;
import org.crossface.platform.loops.Loops;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * Hands the deadlines that have passed to their handler. Each node may run one; a deadline is handled by one of them at a time. It starts
 * after Axon, which its handler needs, and ends before it.
 */
public final class DeadlineLoop implements SmartLifecycle, AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(DeadlineLoop.class);
    private static final Duration LIMIT = Duration.ofSeconds(60);

    private final Deadlines deadlines;
    private final DeadlineHandler handler;
    private final Settings settings;
    private final Loops loops;
    private final CountDownLatch closing = new CountDownLatch(1);
    private final ExecutorService workers = Executors.newThreadPerTaskExecutor(
            Thread.ofVirtual().name("deadline-", 0).factory());
    private final Thread thread;
    private volatile @Nullable Loop loop;

    /**
     * How a node works on deadlines.
     *
     * @param pause between two looks at the table when nothing is due
     * @param batch deadlines of one look
     * @param atOnce deadlines that are handled at the same time; few, so that the commands of people go on beside many of them
     * @param lease after it another node may handle a deadline; longer than a batch takes
     */
    public record Settings(Duration pause, int batch, int atOnce, Duration lease) {

        /** Looks four times a second, handles four at once. */
        public static Settings usual() {
            return new Settings(Duration.ofMillis(250), 256, 4, Duration.ofSeconds(60));
        }
    }

    public DeadlineLoop(Deadlines deadlines, DeadlineHandler handler, Settings settings, Loops loops) {
        this.deadlines = deadlines;
        this.handler = handler;
        this.settings = settings;
        this.loops = loops;
        this.thread = Thread.ofPlatform().daemon().name("deadlines").unstarted(this::run);
    }

    @Override
    public void start() {
        loop = loops.watch("deadlines", LIMIT);
        thread.start();
    }

    @Override
    public boolean isRunning() {
        return thread.isAlive();
    }

    /** Ends after the deadlines in work. */
    @Override
    public void stop() {
        closing.countDown();
        try {
            if (!thread.join(Duration.ofSeconds(3))) {
                thread.interrupt();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        workers.shutdownNow();
        Loop watched = loop;
        if (watched != null) {
            watched.close();
        }
    }

    @Override
    public void close() {
        stop();
    }

    private void beat() {
        Loop watched = loop;
        if (watched != null) {
            watched.beat();
        }
    }

    private void run() {
        try {
            do {
                boolean full = true;
                while (full && !isClosing()) {
                    full = look() == settings.batch();
                    beat();
                }
            } while (!closing.await(settings.pause().toMillis(), TimeUnit.MILLISECONDS));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean isClosing() {
        return closing.getCount() == 0;
    }

    /** Handles what has passed; returns how many were found. */
    private int look() throws InterruptedException {
        List<Deadline> leased;
        try {
            leased = deadlines.lease(settings.batch(), settings.lease());
        } catch (RuntimeException e) {
            // PostgreSQL is away for a moment: the next look tries again.
            log.warn("The deadlines that have passed could not be read", e);
            return 0;
        }
        Semaphore free = new Semaphore(settings.atOnce());
        for (Deadline deadline : leased) {
            if (isClosing()) {
                break; // its lease runs out
            }
            free.acquire();
            workers.execute(() -> {
                try {
                    handle(deadline);
                } finally {
                    free.release();
                    beat();
                }
            });
        }
        free.acquire(settings.atOnce());
        return leased.size();
    }

    private void handle(Deadline deadline) {
        try {
            deadlines.put(deadline, handler.passed(deadline));
        } catch (RuntimeException e) {
            log.warn("A deadline at {} could not be handled", deadline.at(), e);
            try {
                deadlines.failed(deadline, e);
            } catch (RuntimeException away) {
                log.warn("The failure could not be noted; the lease runs out instead", away);
            }
        }
    }
}
