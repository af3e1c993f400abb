package org.crossface.pathway.recovery.events;

import java.time.OffsetDateTime;
import org.crossface.pathway.vocabulary.ConcernsCase;
import org.crossface.pathway.vocabulary.Encounter;
import org.crossface.platform.api.EventName;
import org.crossface.platform.api.Harmless;
import org.crossface.platform.api.Personal;
import org.jspecify.annotations.Nullable;

/** A physician evaluated the recovery from anesthesia. */
@EventName("recovery.anesthesia-recovery-evaluated")
public record AnesthesiaRecoveryEvaluated(
        @Harmless String pathwayId,
        @Harmless String factId,
        OffsetDateTime occurredAt,
        @Harmless String caseId,
        boolean fit,
        @Personal @Nullable String remarks)
        implements RecoveryFact, ConcernsCase, Encounter {}
