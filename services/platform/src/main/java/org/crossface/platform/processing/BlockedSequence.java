package org.crossface.platform.processing;

import org.jspecify.annotations.Nullable;

/**
 * A sequence that is blocked by a dead letter.
 *
 * @param head the dead letter that has to be handled first
 * @param waiting how many events wait behind it
 * @param parking the decision to park it; {@code null} while there is none
 * @param retryWanted whether a retry is requested
 */
public record BlockedSequence(
        DeadLetter head, int waiting, @Nullable Parking parking, boolean retryWanted) {}
