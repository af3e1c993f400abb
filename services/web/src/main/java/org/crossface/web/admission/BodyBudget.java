package org.crossface.web.admission;

import java.util.concurrent.atomic.AtomicLong;

/** How many bytes of bodies are held in memory at once; a body takes from it what has arrived of it, not what it announces. */
final class BodyBudget {

    private final long most;
    private final AtomicLong taken = new AtomicLong();

    BodyBudget(long most) {
        this.most = most;
    }

    /** Takes so many bytes; false if they are not there. */
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
