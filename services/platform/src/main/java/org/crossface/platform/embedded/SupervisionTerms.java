package org.crossface.platform.embedded;

import java.time.Duration;

/**
 * The times of supervision.
 *
 * @param firstPause before the second attempt; the first attempt is made at once
 * @param longestPause between two attempts; each pause is twice the one before, up to this
 * @param wellAfter after this time a child counts as recovered: its next end is followed by an attempt at once
 * @param probeEvery interval between two probes of a running child
 * @param probeLimit longest wait for one sign of life
 * @param hangsAfter a running child without any sign of life for this time is killed, hence started again
 */
public record SupervisionTerms(
        Duration firstPause,
        Duration longestPause,
        Duration wellAfter,
        Duration probeEvery,
        Duration probeLimit,
        Duration hangsAfter) {

    /**
     * Half a second to three seconds between attempts: the child is local, and a start costs less than the wait of its clients. Two seconds
     * of answers distinguish a child that was killed from one that cannot run. Fifteen seconds until a silent child is killed: on a busy
     * machine a healthy child may be silent for some seconds, and killing it would make that worse.
     */
    public static final SupervisionTerms USUAL = new SupervisionTerms(
            Duration.ofMillis(500),
            Duration.ofSeconds(3),
            Duration.ofSeconds(2),
            Duration.ofSeconds(1),
            Duration.ofSeconds(2),
            Duration.ofSeconds(15));

    /** The pause before an attempt, after so many failed attempts or short runs in a row. */
    Duration pauseAfter(int failures) {
        if (failures == 0) {
            return Duration.ZERO;
        }
        Duration pause = firstPause;
        for (int i = 1; i < failures && pause.compareTo(longestPause) < 0; i++) {
            pause = pause.multipliedBy(2);
        }
        return pause.compareTo(longestPause) > 0 ? longestPause : pause;
    }
}
