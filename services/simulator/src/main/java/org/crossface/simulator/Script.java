package org.crossface.simulator;

import java.time.Instant;

/**
 * The parameters that determine every step of a played cohort.
 *
 * @param seed of the random numbers
 * @param from domain time at which the first step is taken
 * @param until domain time at which playing ends
 */
record Script(long seed, Instant from, Instant until) {

    /** Prefix of the keys of its steps, unique among the scripts of one home. */
    String name() {
        return "cohort-" + seed + "-" + from.toEpochMilli();
    }
}
