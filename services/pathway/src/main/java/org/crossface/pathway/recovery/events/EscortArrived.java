package org.crossface.pathway.recovery.events;

import java.time.OffsetDateTime;
import org.crossface.pathway.recovery.vocabulary.EscortKind;
import org.crossface.pathway.vocabulary.ConcernsCase;
import org.crossface.platform.api.EventName;
import org.crossface.platform.api.Harmless;
import org.crossface.platform.api.Personal;

/** The responsible adult arrived. */
@EventName("recovery.escort-arrived")
public record EscortArrived(
        @Harmless String pathwayId,
        @Harmless String factId,
        OffsetDateTime occurredAt,
        @Harmless String caseId,
        @Personal String name,
        EscortKind kind)
        implements RecoveryFact, ConcernsCase {}
