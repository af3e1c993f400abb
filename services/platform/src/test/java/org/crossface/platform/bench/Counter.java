package org.crossface.platform.bench;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.EventMessage;

/** An event handler that does nothing but count, and knows how fast it was given events. */
final class Counter {

    private final long wanted;
    private final CountDownLatch done = new CountDownLatch(1);
    private long first;
    private volatile long last;
    private volatile long count;

    Counter(long wanted) {
        this.wanted = wanted;
    }

    /** One thread calls it. */
    @EventHandler
    void on(EventMessage<?> event) {
        if (event.getPayload() == null) {
            throw new IllegalStateException("An event without content");
        }
        long now = System.nanoTime();
        if (count == 0) {
            first = now;
        }
        last = now;
        long more = count + 1;
        count = more;
        if (more == wanted) {
            done.countDown();
        }
    }

    /** Events a second, once all wanted have come or this time is over. */
    double rate(Duration cap) throws InterruptedException {
        boolean all = done.await(cap.toMillis(), TimeUnit.MILLISECONDS);
        long counted = count;
        if (counted < 2) {
            throw new IllegalStateException("No events within " + cap + ", all " + all);
        }
        return (counted - 1) * 1e9 / (last - first);
    }
}
