package org.crossface.platform.processing;

import org.jspecify.annotations.Nullable;

/**
 * A sequence that a processor cannot go on with.
 *
 * @param head the letter that has to be dealt with first
 * @param waiting how many events wait behind it
 * @param parking somebody's decision to leave it; {@code null} while there is none
 * @param retryWanted whether it is about to be tried again
 */
public record BlockedSequence(
        DeadLetter head, int waiting, @Nullable Parking parking, boolean retryWanted) {}
