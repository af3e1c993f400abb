package org.crossface.pathway.recovery.events;

import java.time.OffsetDateTime;
import org.crossface.pathway.recovery.vocabulary.CompromiseCause;
import org.crossface.pathway.vocabulary.ConcernsCase;
import org.crossface.pathway.vocabulary.Encounter;
import org.crossface.pathway.vocabulary.Phase;
import org.crossface.platform.api.EventName;
import org.crossface.platform.api.Harmless;
import org.crossface.platform.api.Personal;
import org.jspecify.annotations.Nullable;

/** The flap died; the clock of first movement stops. */
@EventName("recovery.flap-lost")
public record FlapLost(
        @Harmless String pathwayId,
        @Harmless String factId,
        OffsetDateTime occurredAt,
        @Harmless String caseId,
        @Harmless String flapId,
        CompromiseCause cause,
        int salvageAttempts,
        @Personal @Nullable String findings)
        implements RecoveryFact, ConcernsCase, Encounter {

    @Override
    public Phase phaseAfter(Phase before) {
        return Phase.REPLANNED;
    }
}
