package org.crossface.coordination;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import org.crossface.platform.wakeup.ViewChange;
import org.crossface.platform.wakeup.ViewChangeFeed;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells subscribers of this process what has changed, after it is committed, on whichever node. The projection of this node publishes here;
 * what those of other nodes have changed is published too, once it is known through the feed.
 */
public final class ViewChanges {

    private static final Logger log = LoggerFactory.getLogger(ViewChanges.class);

    private final List<Consumer<ViewChanged>> subscribers = new CopyOnWriteArrayList<>();
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition advanced = lock.newCondition();
    private final @Nullable ViewChangeFeed feed;
    private final Map<String, Long> reached = new HashMap<>();
    private long allReached = -1;

    /**
     * Among several nodes, which hear of each other's changes through the feed.
     *
     * @param feed {@code null} without other nodes
     * @param bundles names of all bundles, whose progress together is that of the views
     */
    public ViewChanges(@Nullable ViewChangeFeed feed, Collection<String> bundles) {
        this.feed = feed;
        bundles.forEach(bundle -> reached.put(bundle, -1L));
    }

    private ViewChanges() {
        this.feed = null;
    }

    /** Without other nodes; it knows those bundles of which something was published. */
    public static ViewChanges ofOneNode() {
        return new ViewChanges();
    }

    /** @param reachedNow asked for how far the views have come, when another node has changed them */
    void followOtherNodes(LongSupplier reachedNow) {
        if (feed != null) {
            feed.follow(changes -> tellAll(
                    changes.stream()
                            .map(change -> new ViewChanged(change.view(), change.id(), change.position()))
                            .toList(),
                    () -> advanceAll(reachedNow.getAsLong())));
        }
    }

    /** Records for the other nodes what the current transaction changes; it is told when that has committed and is published here. */
    public void record(Collection<ViewChanged> changes) {
        if (feed != null) {
            feed.record(changes.stream()
                    .map(change -> new ViewChange(change.view(), change.id(), change.position()))
                    .toList());
        }
    }

    /** A transaction that recorded changes was not committed, as far as this node knows; subscribers hear of them if it was all the same. */
    public void doubt() {
        if (feed != null) {
            feed.doubt();
        }
    }

    /** Receives every change from now on, on the publisher's thread, until the subscription is closed. It must return quickly. */
    public Subscription subscribe(Consumer<ViewChanged> subscriber) {
        subscribers.add(subscriber);
        return () -> subscribers.remove(subscriber);
    }

    /** Ends a subscription. */
    @FunctionalInterface
    public interface Subscription extends AutoCloseable {

        @Override
        void close();
    }

    /**
     * Passes on committed changes; of several for the same view and id the caller gives the newest.
     *
     * @param bundle whose views have changed
     * @param position how far they have come
     */
    public void publish(String bundle, Collection<ViewChanged> changes, long position) {
        if (feed != null) {
            feed.committed();
        }
        tellAll(changes, () -> reached.merge(bundle, position, Math::max));
    }

    /** Tells of changes outside the bundles, which say nothing of how far the views have come. */
    public void tell(Collection<ViewChanged> changes) {
        tellAll(changes, () -> {});
    }

    private void advanceAll(long position) {
        allReached = Math.max(allReached, position);
    }

    private void tellAll(Collection<ViewChanged> changes, Runnable advance) {
        lock.lock();
        try {
            advance.run();
            advanced.signalAll();
        } finally {
            lock.unlock();
        }
        for (ViewChanged change : changes) {
            subscribers.forEach(subscriber -> tell(subscriber, change));
        }
    }

    private static void tell(Consumer<ViewChanged> subscriber, ViewChanged change) {
        try {
            subscriber.accept(change);
        } catch (RuntimeException e) {
            log.warn("A subscriber to view changes failed; the others are told", e);
        }
    }

    /** The position that all views are known to this node to have reached; -1 when nothing was heard yet. */
    public long reached() {
        lock.lock();
        try {
            return reachedByAll();
        } finally {
            lock.unlock();
        }
    }

    /**
     * Waits until this node has heard that the views have reached the position.
     *
     * @param nanos longest wait
     * @return whether they have
     */
    boolean awaitReached(long position, long nanos) throws InterruptedException {
        long left = nanos;
        lock.lockInterruptibly();
        try {
            while (reachedByAll() < position && left > 0) {
                left = advanced.awaitNanos(left);
            }
            return reachedByAll() >= position;
        } finally {
            lock.unlock();
        }
    }

    private long reachedByAll() {
        return Math.max(
                allReached,
                reached.values().stream().mapToLong(Long::longValue).min().orElse(-1));
    }
}
