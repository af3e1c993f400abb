package org.crossface.platform.deadlines;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.IntSupplier;
import org.crossface.platform.loops.Loop;
import org.crossface.platform.loops.Loops;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * Hands the deadlines that have passed to their handler. Each node may run one; a deadline is handled by one of them at a time. It starts
 * after Axon, which its handler needs, and ends before it.
 *
 * <p>One thread leases many deadlines with one statement, begins the work of some of them at once, and writes the next instants of all that
 * has ended with one statement. A handler that hangs occupies one place, and only until the lease is over.
 */
public final class DeadlineLoop implements SmartLifecycle, AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(DeadlineLoop.class);
    private static final Duration LIMIT = Duration.ofSeconds(60);

    /** What has ended waits so long for more that is written with it. */
    private static final long GATHER_NANOS = TimeUnit.MILLISECONDS.toNanos(20);

    /** A loop that waits for its next look still reports its heartbeat. */
    private static final long LONGEST_TURN_NANOS = TimeUnit.MILLISECONDS.toNanos(250);

    /** A look that goes on behind the one before misses what was set to an earlier instant meanwhile; the next one from the start finds it. */
    private static final long START_AGAIN_NANOS = TimeUnit.SECONDS.toNanos(2);

    private final Deadlines deadlines;
    private final DeadlineHandler handler;
    private final Settings settings;
    private final IntSupplier people;
    private final Loops loops;
    private final CountDownLatch closing = new CountDownLatch(1);
    private final LinkedBlockingQueue<Ended> ended = new LinkedBlockingQueue<>();
    private final Thread thread;
    private volatile @Nullable Loop loop;

    // Of the loop's thread alone.
    private final ArrayDeque<Leased> leased = new ArrayDeque<>();
    private final Map<Deadline, Running> running = new LinkedHashMap<>();
    private final Map<Deadline, Optional<Instant>> handled = new HashMap<>();
    private long handledSince;
    private long nextLook = System.nanoTime();
    private long startedAgain = System.nanoTime();
    private @Nullable Deadline last;

    /**
     * How a node works on deadlines.
     *
     * @param pause between two looks at the table when nothing is due
     * @param batch deadlines of one look
     * @param atOnce deadlines that are handled at the same time while no command of people is in work
     * @param besidePeople the same while there are any, so that these do not wait; at least one
     * @param lease after it another node may handle a deadline; longer than the work on one takes
     * @param begin so long after a look the work on its deadlines may still begin; shorter than the lease
     */
    public record Settings(Duration pause, int batch, int atOnce, int besidePeople, Duration lease, Duration begin) {

        /** Looks four times a second. */
        public static Settings usual() {
            return new Settings(Duration.ofMillis(250), 512, 16, 4, Duration.ofSeconds(60), Duration.ofSeconds(30));
        }

        /**
         * For few deadlines with long work, one at a time.
         *
         * @param lease longer than the work takes
         */
        public static Settings oneAfterAnother(Duration lease) {
            return new Settings(Duration.ofMillis(250), 1, 1, 1, lease, lease.dividedBy(2));
        }
    }

    private record Leased(Deadline deadline, long since) {}

    private record Running(Thread thread, long since) {}

    /** @param deadline {@code null} for the signal that the loop is to end */
    private record Ended(
            @Nullable Deadline deadline,
            Optional<Instant> next,
            @Nullable RuntimeException failure) {}

    /** @param people how many commands of people this node is handling */
    public DeadlineLoop(
            Deadlines deadlines, DeadlineHandler handler, Settings settings, IntSupplier people, Loops loops) {
        this.deadlines = deadlines;
        this.handler = handler;
        this.settings = settings;
        this.people = people;
        this.loops = loops;
        this.thread = Thread.ofPlatform()
                .daemon()
                .name("deadlines-" + deadlines.name())
                .unstarted(this::run);
    }

    @Override
    public void start() {
        loop = loops.watch("deadlines " + deadlines.name(), LIMIT);
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
        ended.add(new Ended(null, Optional.empty(), null));
        try {
            if (!thread.join(Duration.ofSeconds(3))) {
                thread.interrupt();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        Loop watched = loop;
        if (watched != null) {
            watched.close();
        }
    }

    @Override
    public void close() {
        stop();
    }

    private void run() {
        try {
            while (!isClosing()) {
                turn();
                Loop watched = loop;
                if (watched != null) {
                    watched.beat();
                }
            }
            // What is leased and has not begun is left to other nodes, which may take it when the lease is over.
            while (!running.isEmpty()) {
                takeEnded(TimeUnit.SECONDS.toNanos(1));
            }
            write();
        } catch (InterruptedException e) {
            running.values().forEach(each -> each.thread().interrupt());
        }
    }

    private boolean isClosing() {
        return closing.getCount() == 0;
    }

    private void turn() throws InterruptedException {
        int places = people.getAsInt() > 0 ? settings.besidePeople() : settings.atOnce();
        takeEnded(patience(places));
        if (handled.size() >= settings.batch()
                || (!handled.isEmpty()
                        && (System.nanoTime() - handledSince >= GATHER_NANOS
                                || (running.isEmpty() && leased.isEmpty())))) {
            write();
        }
        if (leased.size() <= settings.batch() / 2 && System.nanoTime() >= nextLook) {
            look();
        }
        while (!leased.isEmpty() && running.size() < places) {
            begin(leased.remove());
        }
        giveUpWhatHangs();
    }

    /** How long there is nothing to do unless some work ends. */
    private long patience(int places) {
        if (!leased.isEmpty() && running.size() < places) {
            return 0;
        }
        return !running.isEmpty() || !handled.isEmpty()
                ? GATHER_NANOS / 4
                : Math.max(0, Math.min(nextLook - System.nanoTime(), LONGEST_TURN_NANOS));
    }

    private void takeEnded(long longest) throws InterruptedException {
        Ended each = ended.poll(longest, TimeUnit.NANOSECONDS);
        while (each != null) {
            Deadline deadline = each.deadline();
            if (deadline != null) {
                if (running.remove(deadline) == null) {
                    log.warn("The work on a deadline at {} ended after it had been given up", deadline.at());
                } else if (each.failure() != null) {
                    failed(deadline, each.failure());
                } else {
                    if (handled.isEmpty()) {
                        handledSince = System.nanoTime();
                    }
                    handled.put(deadline, each.next());
                }
            }
            each = ended.poll();
        }
    }

    private void write() {
        if (handled.isEmpty()) {
            return;
        }
        try {
            deadlines.put(handled);
        } catch (RuntimeException e) {
            log.warn("The next instants of {} deadlines could not be written; their leases run out", handled.size(), e);
        }
        handled.clear();
    }

    private void look() {
        long now = System.nanoTime();
        if (now - startedAgain > START_AGAIN_NANOS) {
            startedAgain = now;
            last = null;
        }
        nextLook = now + settings.pause().toNanos();
        try {
            List<Deadline> found = deadlines.lease(settings.batch(), settings.lease(), last);
            found.forEach(deadline -> leased.add(new Leased(deadline, now)));
            boolean full = found.size() == settings.batch();
            if (full) {
                nextLook = now;
            }
            last = full ? found.getLast() : null;
        } catch (RuntimeException e) {
            // PostgreSQL is away for a moment: the next look tries again.
            log.warn("The deadlines that have passed could not be read", e);
        }
    }

    /** After a long pause of this process the lease may be over, and another node at work. */
    private void begin(Leased next) {
        long now = System.nanoTime();
        if (now - next.since() > settings.begin().toNanos() || running.containsKey(next.deadline())) {
            return;
        }
        Deadline deadline = next.deadline();
        Thread worker = Thread.ofVirtual().name("deadline-" + deadline.key()).unstarted(() -> handle(deadline));
        running.put(deadline, new Running(worker, now));
        worker.start();
    }

    private void handle(Deadline deadline) {
        try {
            ended.add(new Ended(deadline, handler.passed(deadline), null));
        } catch (RuntimeException e) {
            ended.add(new Ended(deadline, Optional.empty(), e));
        } catch (Error e) {
            ended.add(new Ended(deadline, Optional.empty(), new IllegalStateException(e)));
        }
    }

    private void giveUpWhatHangs() {
        long now = System.nanoTime();
        Iterator<Map.Entry<Deadline, Running>> all = running.entrySet().iterator();
        while (all.hasNext()) {
            Map.Entry<Deadline, Running> each = all.next();
            if (now - each.getValue().since() > settings.lease().toNanos()) {
                all.remove();
                each.getValue().thread().interrupt();
                failed(each.getKey(), new IllegalStateException("Its work took longer than " + settings.lease()));
            }
        }
    }

    private void failed(Deadline deadline, RuntimeException failure) {
        log.warn("A deadline at {} could not be handled", deadline.at(), failure);
        try {
            deadlines.failed(deadline, failure);
        } catch (RuntimeException away) {
            log.warn("The failure could not be noted; the lease runs out instead", away);
        }
    }
}
