package org.crossface.pathway.surgery.events;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import org.crossface.pathway.vocabulary.ConcernsCase;
import org.crossface.pathway.vocabulary.Encounter;
import org.crossface.pathway.vocabulary.Phase;
import org.crossface.platform.api.EventName;
import org.crossface.platform.api.Harmless;

/**
 * The cross-facial nerve graft was completed; the clock of neurotisation starts on the day of the operation.
 *
 * @param operatedOn day of the incision in the zone of the facility
 * @param graftedLengthCm cm, 1.0 to 40.0, what was finally inserted
 * @param bloodLossMl mL, 0 to 2000
 * @param durationMinutes from incision to closure
 * @param patientAlreadyLeft whether the record was completed after the patient had left the facility
 */
@EventName("surgery.stage-one-completed")
public record StageOneCompleted(
        @Harmless String pathwayId,
        @Harmless String factId,
        OffsetDateTime occurredAt,
        @Harmless String caseId,
        @Harmless String graftId,
        LocalDate operatedOn,
        double graftedLengthCm,
        int bloodLossMl,
        int durationMinutes,
        @Harmless("reference of a document") String operationNoteRef,
        boolean patientAlreadyLeft)
        implements SurgeryFact, ConcernsCase, Encounter {

    @Override
    public Phase phaseAfter(Phase before) {
        return patientAlreadyLeft ? Phase.NEUROTIZING : Phase.STAGE1_DONE;
    }
}
