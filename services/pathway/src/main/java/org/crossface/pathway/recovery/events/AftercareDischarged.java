package org.crossface.pathway.recovery.events;

import java.time.OffsetDateTime;
import org.crossface.pathway.recovery.vocabulary.EscortKind;
import org.crossface.pathway.vocabulary.ConcernsCase;
import org.crossface.pathway.vocabulary.Encounter;
import org.crossface.platform.api.EventName;
import org.crossface.platform.api.Harmless;
import org.jspecify.annotations.Nullable;

/**
 * The patient left the after-care facility and went home.
 *
 * @param facilityId where the patient was admitted last
 * @param escort who took the patient home, if somebody did
 */
@EventName("recovery.aftercare-discharged")
public record AftercareDischarged(
        @Harmless String pathwayId,
        @Harmless String factId,
        OffsetDateTime occurredAt,
        @Harmless String caseId,
        @Harmless String facilityId,
        @Nullable EscortKind escort)
        implements RecoveryFact, ConcernsCase, Encounter {}
