package org.crossface.pathway.recovery.events;

import java.time.OffsetDateTime;
import org.crossface.pathway.recovery.vocabulary.CompromiseCause;
import org.crossface.pathway.vocabulary.ConcernsCase;
import org.crossface.pathway.vocabulary.Encounter;
import org.crossface.platform.api.EventName;
import org.crossface.platform.api.Harmless;

/** The surgeon confirmed that the flap is threatened; the return to theatre is due within 60 minutes. */
@EventName("recovery.flap-compromise-confirmed")
public record FlapCompromiseConfirmed(
        @Harmless String pathwayId,
        @Harmless String factId,
        OffsetDateTime occurredAt,
        @Harmless String caseId,
        @Harmless String flapId,
        CompromiseCause cause)
        implements RecoveryFact, ConcernsCase, Encounter {}
