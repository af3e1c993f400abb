package org.crossface.simulator;

import java.time.Instant;

/**
 * What decides every step of a played cohort.
 *
 * @param seed of all chance
 * @param from domain time at which the first step is taken
 * @param until domain time at which playing ends
 */
record Script(long seed, Instant from, Instant until) {

    /** Beginning of the keys of its steps; no other script of the same home has it. */
    String name() {
        return "cohort-" + seed + "-" + from.toEpochMilli();
    }
}
