package org.crossface.pathway.evaluation;

import java.time.OffsetDateTime;
import org.crossface.pathway.vocabulary.Encounter;
import org.crossface.platform.api.EventName;
import org.crossface.platform.api.Harmless;
import org.crossface.platform.api.Personal;
import org.jspecify.annotations.Nullable;

/**
 * Side, cause, onset and severity of the paralysis.
 *
 * @param onset ISO date of year, month or day precision; {@code null} when congenital
 * @param houseBrackmann 1 (normal) to 6 (no movement)
 */
@EventName("evaluation.paralysis-characterised")
public record ParalysisCharacterised(
        @Harmless String pathwayId,
        @Harmless String factId,
        OffsetDateTime occurredAt,
        ParalysedSide paralysedSide,
        Cause cause,
        @Harmless("a date without more") @Nullable String onset,
        boolean congenital,
        Completeness completeness,
        int houseBrackmann,
        @Personal @Nullable String priorSurgery,
        boolean radiation,
        boolean synkinesis,
        boolean emgEvidence,
        boolean irreversibleLoss)
        implements EvaluationFact, Encounter {

    /** The same paralysis on another side. */
    ParalysisCharacterised on(ParalysedSide side) {
        return new ParalysisCharacterised(
                pathwayId,
                factId,
                occurredAt,
                side,
                cause,
                onset,
                congenital,
                completeness,
                houseBrackmann,
                priorSurgery,
                radiation,
                synkinesis,
                emgEvidence,
                irreversibleLoss);
    }
}
