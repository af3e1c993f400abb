package org.crossface.platform.eventstore;

import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BiConsumer;

/**
 * Finds out whether units of work whose connection was lost are stored, all within one time limit. The same events are appended again:
 * their identifiers are unique, so the database itself waits for the end of the lost attempt and stores them once.
 *
 * <p>Only a fault of the data is a refusal, since the lost attempt would have failed through it as well. A lock timeout, a cancelled
 * statement or an absent database proves nothing: the lost attempt may still be committing.
 */
final class OutcomeSearch {

    private static final long FIRST_PAUSE_NANOS = TimeUnit.MILLISECONDS.toNanos(20);
    private static final long LONGEST_PAUSE_NANOS = TimeUnit.MILLISECONDS.toNanos(500);

    private final BatchWriter writer;
    private final long end;
    private final BiConsumer<WaitingBatch, long[]> stored;
    private Throwable last;
    private long pause = FIRST_PAUSE_NANOS;

    private OutcomeSearch(
            BatchWriter writer, long end, BiConsumer<WaitingBatch, long[]> stored, AppendFailure firstFailure) {
        this.writer = writer;
        this.end = end;
        this.stored = stored;
        this.last = firstFailure;
    }

    /**
     * Completes each of these units with its outcome; those whose outcome is not found in time with {@link AppendOutcomeUnknown}.
     *
     * @param longest for all of them together; an attempt that has begun is not cut short, and as long as every attempt finds its outcome
     *     each unit is tried
     * @param stored receives each stored unit with its positions, and completes it
     */
    static void run(
            BatchWriter writer,
            Duration longest,
            List<WaitingBatch> lost,
            AppendFailure failure,
            BiConsumer<WaitingBatch, long[]> stored) {
        new OutcomeSearch(writer, System.nanoTime() + longest.toNanos(), stored, failure).settle(lost);
    }

    private void settle(List<WaitingBatch> lost) {
        ArrayDeque<WaitingBatch> open = new ArrayDeque<>(lost);
        int untried = open.size();
        boolean goesOn = true;
        while (!open.isEmpty() && (mayGoOn() || (goesOn && untried > 0))) {
            WaitingBatch next = open.remove();
            untried--;
            goesOn = isTold(next);
            if (!goesOn) {
                // Behind the others: if this unit breaks the connections, the others would never be tried.
                open.add(next);
            }
            pauseUnless(goesOn);
        }
        open.forEach(waiting -> waiting.failed(new AppendOutcomeUnknown(last)));
    }

    /** An interrupted thread neither waits nor gets connections any more. */
    private boolean mayGoOn() {
        return System.nanoTime() - end < 0 && !Thread.currentThread().isInterrupted();
    }

    private void pauseUnless(boolean goesOn) {
        if (goesOn) {
            pause = FIRST_PAUSE_NANOS;
        } else {
            LockSupport.parkNanos(Math.min(pause, Math.max(0, end - System.nanoTime())));
            pause = Math.min(LONGEST_PAUSE_NANOS, pause * 2);
        }
    }

    /** One attempt; returns whether the outcome was found and the unit completed. */
    private boolean isTold(WaitingBatch waiting) {
        try {
            stored.accept(waiting, writer.write(List.of(waiting.unit())));
            return true;
        } catch (AppendFailure e) {
            last = e;
            return e.isOfTheData() && isFound(waiting, e);
        }
    }

    /** The database refuses the events, because it has them already or because of their data. */
    private boolean isFound(WaitingBatch waiting, AppendFailure refused) {
        try {
            Optional<long[]> positions = writer.positionsOf(waiting.unit());
            positions.ifPresentOrElse(found -> stored.accept(waiting, found), () -> waiting.failed(refused));
            return true;
        } catch (SQLException e) {
            last = e;
            return false;
        }
    }
}
