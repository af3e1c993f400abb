package org.crossface.pathway.planning;

import java.time.OffsetDateTime;
import java.util.List;
import org.crossface.pathway.vocabulary.Phase;
import org.crossface.platform.api.EventName;
import org.crossface.platform.api.Harmless;
import org.crossface.platform.api.Personal;
import org.jspecify.annotations.Nullable;

/**
 * The patient is a candidate for this treatment.
 *
 * @param ageAtDecision completed years on the day of the decision; with a birth date without its day the highest possible
 */
@EventName("planning.candidacy-approved")
public record CandidacyApproved(
        @Harmless String pathwayId,
        @Harmless String factId,
        OffsetDateTime occurredAt,
        TreatmentOption option,
        int ageAtDecision,
        List<GuidelineException> guidelineExceptions,
        @Personal @Nullable String exceptionRationale,
        @Personal @Nullable String reasons)
        implements PlanningFact {
    @Override
    public Phase phaseAfter(Phase before) {
        return Phase.CANDIDATE;
    }
}
