package org.crossface.pathway.rehabilitation.events;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import org.crossface.pathway.vocabulary.Phase;
import org.crossface.platform.api.EventName;
import org.crossface.platform.api.Harmless;
import org.jspecify.annotations.Nullable;

/**
 * Therapy starts.
 *
 * @param dayZero date of stage two, from which the 18 months count
 */
@EventName(value = "rehabilitation.rehabilitation-started", revision = 2, upcasters = FlapNotNamed.class)
public record RehabilitationStarted(
        @Harmless String pathwayId,
        @Harmless String factId,
        OffsetDateTime occurredAt,
        LocalDate dayZero,
        @Harmless("identifier of a practitioner") String therapistId,
        @Harmless @Nullable String flapId)
        implements FlapFact {
    @Override
    public Phase phaseAfter(Phase before) {
        return before == Phase.STAGE2_DONE ? Phase.REHABILITATING : before;
    }
}
