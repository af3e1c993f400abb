package org.crossface.pathway.vocabulary;

import java.time.OffsetDateTime;

/**
 * A fact of one pathway, as it is stored for ever. Each is a record whose first three components are {@code String pathwayId},
 * {@code String factId} and {@code OffsetDateTime occurredAt}. The sub-interfaces, one for each phase, are sealed, so that each fold is
 * an exhaustive {@code switch}.
 */
public interface PathwayEvent {

    String pathwayId();

    /** Identifies the clinical fact, so that a later correction or retraction can name it. */
    String factId();

    /** When it happened clinically, with the offset of the place. */
    OffsetDateTime occurredAt();

    /**
     * The phase to which this fact brings the pathway; the present one when it brings it nowhere. What that comes to under a hold or after an
     * end, and where a cancelled operation leads back to, follows from the state.
     *
     * @param before the phase of its course, without ends, interruptions and bookings
     */
    default Phase phaseAfter(Phase before) {
        return before;
    }
}
