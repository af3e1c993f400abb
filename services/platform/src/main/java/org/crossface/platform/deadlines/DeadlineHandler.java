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
     * @return the key's next deadline; empty if there is none. It is not used if another one was set meanwhile
     * @throws RuntimeException if it did not succeed; it is called again after a pause
     */
    Optional<Instant> passed(Deadline deadline);
}
