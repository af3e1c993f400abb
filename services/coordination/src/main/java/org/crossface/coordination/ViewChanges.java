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
 * Notifies subscribers in this process of committed changes to views. Changes come from the event processors of this node and, through the
 * feed, from other nodes.
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
     * For several nodes, which receive each other's changes through the feed.
     *
     * @param feed {@code null} without other nodes
     * @param bundles names of all bundles; the slowest bundle determines the position of the views
     */
    public ViewChanges(@Nullable ViewChangeFeed feed, Collection<String> bundles) {
        this.feed = feed;
        bundles.forEach(bundle -> reached.put(bundle, -1L));
    }

    private ViewChanges() {
        this.feed = null;
    }

    /** For a single node. It knows a bundle once a change of that bundle was published. */
    public static ViewChanges ofOneNode() {
        return new ViewChanges();
    }

    /** @param reachedNow returns the position of the views; called after a change by another node */
    void followOtherNodes(LongSupplier reachedNow) {
        if (feed != null) {
            feed.follow(changes -> tellAll(
                    changes.stream()
                            .map(change -> new ViewChanged(change.view(), change.id(), change.position()))
                            .toList(),
                    () -> advanceAll(reachedNow.getAsLong())));
        }
    }

    /** Records the changes of the current transaction for the other nodes. They receive the changes after it commits. */
    public void record(Collection<ViewChanged> changes) {
        if (feed != null) {
            feed.record(changes.stream()
                    .map(change -> new ViewChange(change.view(), change.id(), change.position()))
                    .toList());
        }
    }

    /** Call it when the commit of a transaction with changes seems to have failed. If it did commit, subscribers are notified. */
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
     * Publishes committed changes. The caller passes only the newest change for each view and id.
     *
     * @param bundle the bundle of the changed views
     * @param position the position of the bundle
     */
    public void publish(String bundle, Collection<ViewChanged> changes, long position) {
        if (feed != null) {
            feed.committed();
        }
        tellAll(changes, () -> reached.merge(bundle, position, Math::max));
    }

    /** Publishes changes outside the bundles. They do not move the position of the views. */
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

    /** The position that all views have reached, as far as this node knows; -1 before the first notification. */
    public long reached() {
        lock.lock();
        try {
            return reachedByAll();
        } finally {
            lock.unlock();
        }
    }

    /**
     * Waits until this node knows that the views have reached the position.
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
