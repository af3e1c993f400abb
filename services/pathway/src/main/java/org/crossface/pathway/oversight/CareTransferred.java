package org.crossface.pathway.oversight;

import java.time.OffsetDateTime;
import org.crossface.pathway.vocabulary.Phase;
import org.crossface.platform.api.EventName;
import org.crossface.platform.api.Harmless;
import org.crossface.platform.api.Personal;
import org.jspecify.annotations.Nullable;

/** Another provider takes care of the patient. */
@EventName("oversight.care-transferred")
public record CareTransferred(
        @Harmless String pathwayId,
        @Harmless String factId,
        OffsetDateTime occurredAt,
        @Personal String receivingProvider,
        boolean recordDisclosed,
        @Personal @Nullable String note)
        implements OversightFact {
    @Override
    public Phase phaseAfter(Phase before) {
        return Phase.TRANSFERRED_OUT;
    }
}
