package org.crossface.web.admission;

import java.util.concurrent.atomic.AtomicLong;

/** Limits the bytes of request bodies held in memory at once. A body counts by the bytes received, not by its Content-Length. */
final class BodyBudget {

    private final long most;
    private final AtomicLong taken = new AtomicLong();

    BodyBudget(long most) {
        this.most = most;
    }

    /** Takes this many bytes; false if the budget does not hold them. */
    boolean take(long bytes) {
        if (taken.addAndGet(bytes) <= most) {
            return true;
        }
        taken.addAndGet(-bytes);
        return false;
    }

    void giveBack(long bytes) {
        taken.addAndGet(-bytes);
    }

    long taken() {
        return taken.get();
    }
}
