package org.crossface.platform.deadlines;

import java.time.Instant;

/**
 * An instant that has passed.
 *
 * @param key whose deadline it is
 * @param at when it passed, in domain time
 * @param now domain time when it was found, by the clock of PostgreSQL; never before {@code at}
 */
public record Deadline(String key, Instant at, Instant now) {}
