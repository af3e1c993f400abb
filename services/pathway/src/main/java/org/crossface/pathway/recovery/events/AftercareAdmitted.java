package org.crossface.pathway.recovery.events;

import java.time.OffsetDateTime;
import org.crossface.pathway.recovery.vocabulary.EscortKind;
import org.crossface.pathway.vocabulary.ConcernsCase;
import org.crossface.pathway.vocabulary.Encounter;
import org.crossface.platform.api.EventName;
import org.crossface.platform.api.Harmless;
import org.jspecify.annotations.Nullable;

/** The patient arrived at the after-care facility. */
@EventName("recovery.aftercare-admitted")
public record AftercareAdmitted(
        @Harmless String pathwayId,
        @Harmless String factId,
        OffsetDateTime occurredAt,
        @Harmless String caseId,
        @Harmless String facilityId,
        @Nullable EscortKind escort)
        implements RecoveryFact, ConcernsCase, Encounter {}
