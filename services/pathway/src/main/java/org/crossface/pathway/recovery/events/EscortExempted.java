package org.crossface.pathway.recovery.events;

import java.time.OffsetDateTime;
import org.crossface.pathway.vocabulary.ConcernsCase;
import org.crossface.platform.api.EventName;
import org.crossface.platform.api.Harmless;
import org.crossface.platform.api.Personal;

/** The attending physician exempted the patient from having an escort. */
@EventName("recovery.escort-exempted")
public record EscortExempted(
        @Harmless String pathwayId,
        @Harmless String factId,
        OffsetDateTime occurredAt,
        @Harmless String caseId,
        @Harmless String physicianId,
        @Personal String reason)
        implements RecoveryFact, ConcernsCase {}
