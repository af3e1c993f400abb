package org.crossface.pathway.planning;

import java.time.OffsetDateTime;
import org.crossface.pathway.vocabulary.Phase;
import org.crossface.platform.api.EventName;
import org.crossface.platform.api.Harmless;
import org.crossface.platform.api.Personal;
import org.jspecify.annotations.Nullable;

/** The patient is not a candidate; the pathway ends. */
@EventName("planning.candidacy-declined")
public record CandidacyDeclined(
        @Harmless String pathwayId,
        @Harmless String factId,
        OffsetDateTime occurredAt,
        @Nullable TreatmentOption recommended,
        @Personal @Nullable String reasons)
        implements PlanningFact {
    @Override
    public Phase phaseAfter(Phase before) {
        return Phase.NOT_CANDIDATE;
    }
}
