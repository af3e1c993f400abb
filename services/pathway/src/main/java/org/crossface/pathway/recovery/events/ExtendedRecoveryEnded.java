package org.crossface.pathway.recovery.events;

import java.time.OffsetDateTime;
import org.crossface.pathway.vocabulary.ConcernsCase;
import org.crossface.platform.api.EventName;
import org.crossface.platform.api.Harmless;

/** Extended recovery ended. */
@EventName("recovery.extended-recovery-ended")
public record ExtendedRecoveryEnded(
        @Harmless String pathwayId,
        @Harmless String factId,
        OffsetDateTime occurredAt,
        @Harmless String caseId) implements RecoveryFact, ConcernsCase {}
