package org.crossface.pathway.surgery.events;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import org.crossface.pathway.vocabulary.BodySide;
import org.crossface.pathway.vocabulary.ConcernsCase;
import org.crossface.pathway.vocabulary.FaceSide;
import org.crossface.pathway.vocabulary.Phase;
import org.crossface.pathway.vocabulary.Phases;
import org.crossface.platform.api.EventName;
import org.crossface.platform.api.Harmless;
import org.crossface.platform.api.Personal;
import org.jspecify.annotations.Nullable;

/**
 * A surgeon attested that stage one was done at another centre; neither charges nor measures of this centre count it.
 *
 * @param caseId made for this attestation; no case of this centre's schedule
 * @param operatedOn the last day that the date in the documents can mean
 * @param operatedOnAsKnown the date as the documents give it, perhaps only the month
 * @param graftLengthCm cm, 1.0 to 40.0, if known
 * @param legSide the leg that the nerve was taken from, if known
 */
@EventName(value = "surgery.external-stage-one-attested", revision = 2, upcasters = LegNotNamed.class)
public record ExternalStageOneAttested(
        @Harmless String pathwayId,
        @Harmless String factId,
        OffsetDateTime occurredAt,
        @Harmless String caseId,
        @Harmless String graftId,
        @Personal String centre,
        LocalDate operatedOn,
        @Harmless("a date without more") String operatedOnAsKnown,
        FaceSide donorSide,
        FaceSide bankSide,
        @Nullable Double graftLengthCm,
        @Harmless("reference of a document") String operationNoteRef,
        @Harmless String surgeonId,
        @Nullable BodySide legSide)
        implements SurgeryFact, ConcernsCase {

    /** Before the decision on the candidacy the evaluation goes on; the nerve is waited for once a treatment is approved. */
    @Override
    public Phase phaseAfter(Phase before) {
        return Phases.EVALUATION.contains(before) ? before : Phase.NEUROTIZING;
    }
}
