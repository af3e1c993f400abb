package org.crossface.pathway.recovery.events;

import java.time.OffsetDateTime;
import org.crossface.pathway.vocabulary.ConcernsCase;
import org.crossface.pathway.vocabulary.Encounter;
import org.crossface.platform.api.EventName;
import org.crossface.platform.api.Harmless;

/** The patient left the theatre and was admitted to phase I of the recovery. */
@EventName("recovery.recovery-admitted")
public record RecoveryAdmitted(
        @Harmless String pathwayId,
        @Harmless String factId,
        OffsetDateTime occurredAt,
        @Harmless String caseId) implements RecoveryFact, ConcernsCase, Encounter {}
