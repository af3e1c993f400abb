package org.crossface.pathway.recovery.events;

import java.time.OffsetDateTime;
import org.crossface.pathway.vocabulary.ConcernsCase;
import org.crossface.platform.api.EventName;
import org.crossface.platform.api.Harmless;
import org.crossface.platform.api.Personal;

/** The surgeon found the flap well. */
@EventName("recovery.flap-compromise-ruled-out")
public record FlapCompromiseRuledOut(
        @Harmless String pathwayId,
        @Harmless String factId,
        OffsetDateTime occurredAt,
        @Harmless String caseId,
        @Harmless String flapId,
        @Personal String finding)
        implements RecoveryFact, ConcernsCase {}
