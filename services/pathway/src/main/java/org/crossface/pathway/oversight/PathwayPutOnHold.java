package org.crossface.pathway.oversight;

import java.time.OffsetDateTime;
import org.crossface.pathway.vocabulary.Phase;
import org.crossface.platform.api.EventName;
import org.crossface.platform.api.Harmless;
import org.crossface.platform.api.Personal;
import org.jspecify.annotations.Nullable;

/**
 * The pathway is on hold.
 *
 * @param phaseBefore to which it returns
 */
@EventName("oversight.pathway-put-on-hold")
public record PathwayPutOnHold(
        @Harmless String pathwayId,
        @Harmless String factId,
        OffsetDateTime occurredAt,
        HoldReason reason,
        Phase phaseBefore,
        @Personal @Nullable String note)
        implements OversightFact {
    @Override
    public Phase phaseAfter(Phase before) {
        return Phase.ON_HOLD;
    }
}
