package org.crossface.pathway.rehabilitation.events;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import org.crossface.pathway.vocabulary.Phase;
import org.crossface.platform.api.EventName;
import org.crossface.platform.api.Harmless;

/**
 * Therapy starts.
 *
 * @param dayZero date of stage two, from which the 18 months count
 */
@EventName("rehabilitation.rehabilitation-started")
public record RehabilitationStarted(
        @Harmless String pathwayId,
        @Harmless String factId,
        OffsetDateTime occurredAt,
        LocalDate dayZero,
        @Harmless("identifier of a practitioner") String therapistId)
        implements RehabilitationFact {
    @Override
    public Phase phaseAfter(Phase before) {
        return before == Phase.STAGE2_DONE ? Phase.REHABILITATING : before;
    }
}
