package org.crossface.platform.wakeup;

import java.time.Duration;

/** The pauses between attempts to reach the database: each twice as long as the one before, up to a limit. */
final class BackOff {

    private static final Duration FIRST = Duration.ofMillis(50);
    private static final Duration LONGEST = Duration.ofSeconds(2);

    private Duration next = FIRST;

    /** It worked: the next pause is the shortest again. */
    void reset() {
        next = FIRST;
    }

    /** How long to wait now. */
    Duration pause() {
        Duration pause = next;
        Duration twice = next.multipliedBy(2);
        next = twice.compareTo(LONGEST) > 0 ? LONGEST : twice;
        return pause;
    }
}
