package org.crossface.platform.eventstore;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.crossface.platform.eventstore.AppendFailure.Outcome;
import org.crossface.platform.loops.Loop;
import org.crossface.platform.loops.Loops;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Lets concurrent units of work share a transaction: a writer takes all units that wait, appends them with one statement, and completes
 * each when it is durable. While it writes, the next group collects in the queue. When a group fails, each of its units is appended alone,
 * so that no unit fails through the fault of another.
 */
public final class GroupAppender implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(GroupAppender.class);

    private static final Duration IDLE_TURN = Duration.ofSeconds(1);

    /** After a lost connection the outcome of the group is searched for, and each attempt may wait for a connection. */
    private static final Duration LONGEST_TURN = GroupAppend.SEARCH.multipliedBy(3);

    /** Enough for one attempt in most cases; when PostgreSQL does not answer, waiting longer is useless. */
    private static final Duration CLOSE_LIMIT = Duration.ofSeconds(3);

    private final GroupAppend settings;
    private final BatchWriter writer;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition arrived = lock.newCondition();
    private final ArrayDeque<WaitingBatch> queue = new ArrayDeque<>();
    private final List<Thread> threads = new ArrayList<>();
    private final List<AppendListener> listeners = new CopyOnWriteArrayList<>();
    private final LongAdder transactions = new LongAdder();
    private final LongAdder units = new LongAdder();
    private final LongAdder events = new LongAdder();
    private final LongAdder refused = new LongAdder();
    private final LongAdder alone = new LongAdder();
    private boolean stopping;

    private GroupAppender(GroupAppend settings, BatchWriter writer) {
        this.settings = settings;
        this.writer = writer;
    }

    /** @param loops where each writer reports its heartbeat */
    static GroupAppender start(GroupAppend settings, BatchWriter writer, Loops loops) {
        GroupAppender appender = new GroupAppender(settings, writer);
        for (int n = 1; n <= settings.writers(); n++) {
            Loop loop = loops.watch("event append " + n, LONGEST_TURN);
            appender.threads.add(
                    Thread.ofPlatform().name("event-append-" + n).daemon().start(() -> appender.work(loop)));
        }
        return appender;
    }

    /**
     * Returns when the unit is durable.
     *
     * @return positions of its events
     * @throws AppendRefused if too many wait, or the appender is stopping; nothing was appended
     * @throws AppendFailure if it is certainly not stored
     * @throws AppendOutcomeUnknown if the outcome could not be found
     */
    long[] append(AppendBatch unit) throws AppendFailure {
        return enqueue(unit).outcome();
    }

    private WaitingBatch enqueue(AppendBatch unit) {
        WaitingBatch waiting = WaitingBatch.now(unit);
        lock.lock();
        try {
            if (stopping || queue.size() >= settings.mostWaiting()) {
                refused.increment();
                throw stopping ? AppendRefused.stopping() : AppendRefused.full(queue.size());
            }
            queue.add(waiting);
            arrived.signal();
            return waiting;
        } finally {
            lock.unlock();
        }
    }

    private void work(Loop loop) {
        boolean goesOn = true;
        while (goesOn) {
            List<WaitingBatch> group = new ArrayList<>();
            try {
                take(group, loop);
                goesOn = !group.isEmpty();
                if (goesOn) {
                    write(group);
                }
            } catch (RuntimeException | Error e) {
                // Callers that still wait would wait for ever.
                log.error("A group of {} units of work was given up", group.size(), e);
                group.forEach(waiting -> waiting.failed(new AppendOutcomeUnknown(e)));
            }
        }
        loop.close();
    }

    /** Adds all waiting units that fit into one transaction; none when the appender has stopped and no unit waits. */
    private void take(List<WaitingBatch> group, Loop loop) {
        lock.lock();
        try {
            loop.beat();
            awaitArrival(loop);
            int size = 0;
            while (!queue.isEmpty()
                    && (group.isEmpty() || size + queue.element().unit().size() <= settings.mostEvents())) {
                group.add(queue.element());
                size += queue.remove().unit().size();
            }
            if (!queue.isEmpty()) {
                arrived.signal();
            }
        } finally {
            lock.unlock();
        }
    }

    /** In short waits, so that an idle writer still reports its heartbeat. */
    private void awaitArrival(Loop loop) {
        while (queue.isEmpty() && !stopping) {
            try {
                log.trace("Units have arrived: {}", arrived.await(IDLE_TURN.toMillis(), TimeUnit.MILLISECONDS));
            } catch (InterruptedException e) {
                // Only close() ends a writer, once no unit waits: an interrupted writer would leave callers without an
                // answer.
                log.debug("A writer of events was interrupted and continues", e);
            }
            loop.beat();
        }
    }

    private void write(List<WaitingBatch> group) {
        long begin = System.nanoTime();
        long waited = begin - group.get(0).since();
        // Writers of all nodes insert index entries in this order, so they may wait for one another but never deadlock.
        group.sort(Comparator.comparing(waiting -> waiting.unit().order()));
        try {
            long[] positions =
                    writer.write(group.stream().map(WaitingBatch::unit).toList());
            record(group.size(), positions.length, waited, System.nanoTime() - begin);
            int from = 0;
            for (WaitingBatch waiting : group) {
                int to = from + waiting.unit().size();
                waiting.stored(Arrays.copyOfRange(positions, from, to));
                from = to;
            }
        } catch (AppendFailure e) {
            afterFailure(group, e);
        }
    }

    private void afterFailure(List<WaitingBatch> group, AppendFailure failure) {
        if (failure.outcome() == Outcome.UNKNOWN) {
            alone.add(group.size());
            long begin = System.nanoTime();
            writer.settle(group, failure, (waiting, positions) -> alone(waiting, positions, begin));
        } else if (failure.isServerAtFault() || (group.size() == 1 && !failure.isDeadlock())) {
            group.forEach(waiting -> waiting.failed(failure));
        } else {
            eachAlone(group);
        }
    }

    /** Once the database is found absent, the units that were not tried are refused: nothing of them was sent. */
    private void eachAlone(List<WaitingBatch> group) {
        Optional<AppendFailure> absent = Optional.empty();
        for (WaitingBatch waiting : group) {
            if (absent.isPresent()) {
                waiting.failed(absent.get());
            } else {
                alone.increment();
                absent = writeAlone(waiting);
            }
        }
    }

    /** Completes the unit; returns its failure if any other unit would fail the same way. */
    private Optional<AppendFailure> writeAlone(WaitingBatch waiting) {
        long begin = System.nanoTime();
        try {
            alone(waiting, writer.writeAlone(waiting.unit()), begin);
            return Optional.empty();
        } catch (AppendFailure e) {
            waiting.failed(e);
            return e.isServerAtFault() ? Optional.of(e) : Optional.empty();
        } catch (AppendOutcomeUnknown e) {
            waiting.failed(e);
            return Optional.of(AppendFailure.unsent(e));
        } catch (RuntimeException e) {
            log.error("A unit of work was given up", e);
            waiting.failed(new AppendOutcomeUnknown(e));
            return Optional.empty();
        }
    }

    private void alone(WaitingBatch waiting, long[] positions, long begin) {
        record(1, positions.length, begin - waiting.since(), System.nanoTime() - begin);
        waiting.stored(positions);
    }

    private void record(int ofUnits, int ofEvents, long waited, long took) {
        transactions.increment();
        units.add(ofUnits);
        events.add(ofEvents);
        for (AppendListener listener : listeners) {
            try {
                listener.committed(ofUnits, ofEvents, Duration.ofNanos(waited), Duration.ofNanos(took));
            } catch (RuntimeException e) {
                log.warn("A listener of appends failed; they are stored", e);
            }
        }
    }

    /** The listener must return quickly: the next group waits for it. */
    public void addListener(AppendListener listener) {
        listeners.add(listener);
    }

    public AppendFigures figures() {
        lock.lock();
        try {
            WaitingBatch first = queue.peek();
            Duration oldest = first == null ? Duration.ZERO : Duration.ofNanos(System.nanoTime() - first.since());
            return new AppendFigures(
                    transactions.sum(), units.sum(), events.sum(), refused.sum(), alone.sum(), queue.size(), oldest);
        } finally {
            lock.unlock();
        }
    }

    boolean isStopping() {
        lock.lock();
        try {
            return stopping;
        } finally {
            lock.unlock();
        }
    }

    /**
     * Accepts no more units, appends those that wait, and returns when that is done or the limit is over. Units that still wait then get
     * their outcome from the writer, {@link AppendOutcomeUnknown} if it cannot be found, or no answer if this process ends first.
     */
    @Override
    public void close() {
        lock.lock();
        try {
            stopping = true;
            arrived.signalAll();
        } finally {
            lock.unlock();
        }
        try {
            long end = System.nanoTime() + CLOSE_LIMIT.toNanos();
            for (Thread thread : threads) {
                if (!thread.join(Duration.ofNanos(Math.max(1, end - System.nanoTime())))) {
                    log.warn("{} is still appending; it is not waited for any longer", thread.getName());
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
