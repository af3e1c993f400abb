package org.crossface.pathway.planning;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import org.crossface.pathway.vocabulary.Phase;
import org.crossface.platform.api.EventName;
import org.crossface.platform.api.Harmless;
import org.crossface.platform.api.Personal;
import org.jspecify.annotations.Nullable;

/** The decision was put off to this day. */
@EventName("planning.candidacy-deferred")
public record CandidacyDeferred(
        @Harmless String pathwayId,
        @Harmless String factId,
        OffsetDateTime occurredAt,
        LocalDate reviewOn,
        @Personal @Nullable String reasons)
        implements PlanningFact {
    @Override
    public Phase phaseAfter(Phase before) {
        return Phase.DEFERRED;
    }
}
