package org.crossface.pathway.evaluation;

import java.time.OffsetDateTime;
import org.crossface.pathway.surgery.vocabulary.DonorBranch;
import org.crossface.pathway.vocabulary.Encounter;
import org.crossface.pathway.vocabulary.FaceSide;
import org.crossface.platform.api.EventName;
import org.crossface.platform.api.Harmless;

/**
 * The smile of the side opposite the paralysed one was tested.
 *
 * @param smileFunctional whether the branch gives a usable smile
 */
@EventName("evaluation.healthy-side-tested")
public record HealthySideFunctionConfirmed(
        @Harmless String pathwayId,
        @Harmless String factId,
        OffsetDateTime occurredAt,
        FaceSide testedSide,
        DonorBranch branch,
        boolean smileFunctional,
        NerveTestMethod method)
        implements EvaluationFact, Encounter {}
