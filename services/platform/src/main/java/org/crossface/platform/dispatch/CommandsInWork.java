package org.crossface.platform.dispatch;

import java.util.concurrent.atomic.AtomicInteger;

/** How many commands of people and of other systems this node is handling, so that work that nobody waits for can make room for them. */
public final class CommandsInWork {

    /** The source in the envelope of a command that a deadline causes. */
    public static final String SCHEDULER = "SCHEDULER";

    private final AtomicInteger number = new AtomicInteger();

    /** Those that have begun and have not been answered. */
    public int number() {
        return number.get();
    }

    void begins(Envelope envelope) {
        if (!SCHEDULER.equals(envelope.source())) {
            number.incrementAndGet();
        }
    }

    void ends(Envelope envelope) {
        if (!SCHEDULER.equals(envelope.source())) {
            number.decrementAndGet();
        }
    }
}
