package org.crossface.platform.processing;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A parked dead letter: it is kept and not tried again.
 *
 * @param failure class of the failure
 * @param trace its stack trace
 */
public record Parking(
        String letterId,
        String processor,
        String sequence,
        String eventId,
        Later later,
        String reason,
        String by,
        Instant at,
        @Nullable String failure,
        @Nullable String trace) {

    /** What happens to the events behind a parked dead letter. */
    public enum Later {
        /** They wait until the dead letter is retried. */
        WAIT,
        /** They are handled without it; the dead letter leaves the queue for good. */
        GO_ON
    }
}
