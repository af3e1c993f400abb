package org.crossface.pathway.recovery.events;

import java.time.OffsetDateTime;
import org.crossface.pathway.recovery.vocabulary.PainSite;
import org.crossface.pathway.vocabulary.ConcernsCase;
import org.crossface.pathway.vocabulary.Encounter;
import org.crossface.platform.api.EventName;
import org.crossface.platform.api.Harmless;

/**
 * Pain was scored on the numerical rating scale.
 *
 * @param nrs 0 to 10
 */
@EventName("recovery.pain-scored")
public record PainScored(
        @Harmless String pathwayId,
        @Harmless String factId,
        OffsetDateTime occurredAt,
        @Harmless String caseId,
        int nrs,
        PainSite site)
        implements RecoveryFact, ConcernsCase, Encounter {}
