package org.crossface.pathway.recovery.events;

import java.time.OffsetDateTime;
import org.crossface.pathway.recovery.vocabulary.EscortKind;
import org.crossface.pathway.vocabulary.ConcernsCase;
import org.crossface.pathway.vocabulary.Encounter;
import org.crossface.platform.api.EventName;
import org.crossface.platform.api.Harmless;
import org.jspecify.annotations.Nullable;

/** The written instructions were given. */
@EventName("recovery.discharge-instructions-given")
public record DischargeInstructionsGiven(
        @Harmless String pathwayId,
        @Harmless String factId,
        OffsetDateTime occurredAt,
        @Harmless String caseId,
        @Harmless("of a template") String version,
        boolean teachBack,
        @Harmless("language tag") String language,
        @Nullable EscortKind receiver,
        @Nullable OffsetDateTime followUpAt)
        implements RecoveryFact, ConcernsCase, Encounter {}
