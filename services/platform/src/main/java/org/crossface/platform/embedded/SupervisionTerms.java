package org.crossface.platform.embedded;

import java.time.Duration;

/**
 * When a child is started again.
 *
 * @param firstPause before the second attempt; the first attempt is made at once
 * @param longestPause between two attempts; each pause is twice the one before, up to this
 * @param wellAfter a child that has run for so long has recovered: its next end is followed by an attempt at once
 * @param probeEvery how often a child that runs is asked for a sign of life
 * @param probeLimit how long one sign of life is waited for
 * @param hangsAfter without any sign of life for so long, a child that runs is killed, hence started again
 */
public record SupervisionTerms(
        Duration firstPause,
        Duration longestPause,
        Duration wellAfter,
        Duration probeEvery,
        Duration probeLimit,
        Duration hangsAfter) {

    /**
     * Half a second to three seconds between attempts: the child is local, and its next start costs less than the wait of who depends on it.
     * Two seconds of answers tell a child that was killed from one that cannot live.
     * Fifteen seconds until a silent child is killed: a busy machine may keep one waiting for some, and killing it would make that worse.
     */
    public static final SupervisionTerms USUAL = new SupervisionTerms(
            Duration.ofMillis(500),
            Duration.ofSeconds(3),
            Duration.ofSeconds(2),
            Duration.ofSeconds(1),
            Duration.ofSeconds(2),
            Duration.ofSeconds(15));

    /** The pause before an attempt, when so many have failed, or so many short lives have ended, in a row. */
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
