package org.crossface.pathway.recovery.events;

import java.time.OffsetDateTime;
import org.crossface.pathway.recovery.vocabulary.DischargeDestination;
import org.crossface.pathway.vocabulary.ConcernsCase;
import org.crossface.pathway.vocabulary.Encounter;
import org.crossface.pathway.vocabulary.Phase;
import org.crossface.pathway.vocabulary.Stage;
import org.crossface.platform.api.EventName;
import org.crossface.platform.api.Harmless;
import org.jspecify.annotations.Nullable;

/**
 * The patient was discharged; the stay ends.
 *
 * @param sameCalendarDay admitted and discharged on the same day of the facility, computed (INV-45)
 * @param stayMinutes from admission, computed
 */
@EventName("recovery.patient-discharged")
public record PatientDischarged(
        @Harmless String pathwayId,
        @Harmless String factId,
        OffsetDateTime occurredAt,
        @Harmless String caseId,
        Stage stage,
        DischargeDestination destination,
        @Harmless @Nullable String facilityId,
        boolean sameCalendarDay,
        int stayMinutes)
        implements RecoveryFact, ConcernsCase, Encounter {

    @Override
    public Phase phaseAfter(Phase before) {
        return before == Phase.STAGE1_DONE ? Phase.NEUROTIZING : before;
    }
}
