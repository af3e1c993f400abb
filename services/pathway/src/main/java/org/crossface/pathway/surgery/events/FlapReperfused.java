package org.crossface.pathway.surgery.events;

import java.time.OffsetDateTime;
import org.crossface.pathway.surgery.vocabulary.IschemiaLevel;
import org.crossface.pathway.vocabulary.ConcernsCase;
import org.crossface.platform.api.EventName;
import org.crossface.platform.api.Harmless;
import org.crossface.platform.api.Personal;
import org.jspecify.annotations.Nullable;

/**
 * Blood flows through the flap again; flap checks start.
 *
 * @param ischemiaMinutes computed, whole minutes
 */
@EventName("surgery.flap-reperfused")
public record FlapReperfused(
        @Harmless String pathwayId,
        @Harmless String factId,
        OffsetDateTime occurredAt,
        @Harmless String caseId,
        @Harmless String flapId,
        OffsetDateTime reperfusedAt,
        int ischemiaMinutes,
        IschemiaLevel level,
        boolean bleedingEdge,
        @Personal @Nullable String comment)
        implements SurgeryFact, ConcernsCase {}
