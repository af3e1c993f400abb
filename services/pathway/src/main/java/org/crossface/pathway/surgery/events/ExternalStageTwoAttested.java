package org.crossface.pathway.surgery.events;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import org.crossface.pathway.surgery.vocabulary.MotorNerve;
import org.crossface.pathway.vocabulary.BodySide;
import org.crossface.pathway.vocabulary.ConcernsCase;
import org.crossface.pathway.vocabulary.FaceSide;
import org.crossface.pathway.vocabulary.Phase;
import org.crossface.platform.api.EventName;
import org.crossface.platform.api.Harmless;
import org.crossface.platform.api.Personal;
import org.jspecify.annotations.Nullable;

/**
 * A surgeon attested that a muscle was transferred at another centre; therapy and outcome go on here, without a charge and without its
 * after-care.
 *
 * @param caseId made for this attestation; no case of this centre's schedule
 * @param operatedOn the last day that the date in the documents can mean
 * @param operatedOnAsKnown the date as the documents give it, perhaps only the month
 * @param thighSide the thigh that the muscle was taken from, if known
 */
@EventName("surgery.external-stage-two-attested")
public record ExternalStageTwoAttested(
        @Harmless String pathwayId,
        @Harmless String factId,
        OffsetDateTime occurredAt,
        @Harmless String caseId,
        @Harmless String flapId,
        @Personal String centre,
        LocalDate operatedOn,
        @Harmless("a date without more") String operatedOnAsKnown,
        FaceSide faceSide,
        @Nullable BodySide thighSide,
        MotorNerve motorNerve,
        @Harmless("reference of a document") String operationNoteRef,
        @Harmless String surgeonId)
        implements SurgeryFact, ConcernsCase {

    @Override
    public Phase phaseAfter(Phase before) {
        return Phase.STAGE2_DONE;
    }
}
