package org.crossface.pathway.recovery.events;

import java.time.OffsetDateTime;
import org.crossface.pathway.vocabulary.ConcernsCase;
import org.crossface.platform.api.EventName;
import org.crossface.platform.api.Harmless;
import org.crossface.platform.api.Personal;
import org.jspecify.annotations.Nullable;

/** Extended recovery in the same facility started. */
@EventName("recovery.extended-recovery-started")
public record ExtendedRecoveryStarted(
        @Harmless String pathwayId,
        @Harmless String factId,
        OffsetDateTime occurredAt,
        @Harmless String caseId,
        @Personal @Nullable String remarks)
        implements RecoveryFact, ConcernsCase {}
