package org.crossface.pathway.adjunct;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import org.crossface.pathway.vocabulary.FaceSide;
import org.crossface.platform.api.EventName;
import org.crossface.platform.api.Harmless;
import org.crossface.platform.api.Personal;
import org.jspecify.annotations.Nullable;

/** A procedure beside the plan was planned; the fact id identifies it. */
@EventName("adjunct.planned")
public record AdjunctPlanned(
        @Harmless String pathwayId,
        @Harmless String factId,
        OffsetDateTime occurredAt,
        AdjunctKind kind,
        FaceSide side,
        @Nullable LocalDate plannedFor,
        @Personal @Nullable String reason)
        implements AdjunctFact {}
