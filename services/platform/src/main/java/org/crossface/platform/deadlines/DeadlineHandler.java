package org.crossface.platform.deadlines;

import java.time.Instant;
import java.util.Optional;

/** What is done when a deadline has passed. */
@FunctionalInterface
public interface DeadlineHandler {

    /**
     * Handles a deadline. It may be called again for the same one, by another node too, after a crash or if the work took longer than the
     * lease; so the work asks a command whose receiver declines what it has done already.
     *
     * @return the next deadline, if the handler found that nothing was to be done; empty if the events of its work will move it
     * @throws RuntimeException if it did not succeed; it is called again after a pause
     */
    Optional<Instant> passed(Deadline deadline);
}
