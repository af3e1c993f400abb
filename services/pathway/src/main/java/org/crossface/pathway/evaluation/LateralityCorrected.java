package org.crossface.pathway.evaluation;

import java.time.OffsetDateTime;
import org.crossface.pathway.vocabulary.NeedsSecondPerson;
import org.crossface.platform.api.EventName;
import org.crossface.platform.api.Harmless;
import org.crossface.platform.api.Personal;
import org.jspecify.annotations.Nullable;

/**
 * The paralysed side was recorded wrongly; it counts as corrected when a second clinician has confirmed it (INV-06).
 *
 * @param oldSide the side on record until then
 * @param evidence on what the correction rests
 */
@EventName("evaluation.laterality-corrected")
public record LateralityCorrected(
        @Harmless String pathwayId,
        @Harmless String factId,
        OffsetDateTime occurredAt,
        ParalysedSide oldSide,
        ParalysedSide paralysedSide,
        @Personal String evidence,
        @Harmless("identifier of a practitioner") String correctedBy)
        implements EvaluationFact, NeedsSecondPerson {

    @Override
    public boolean needsSecondPerson() {
        return true;
    }

    @Override
    public @Nullable String secondPerson() {
        return null;
    }

    @Override
    public String firstPerson() {
        return correctedBy;
    }
}
